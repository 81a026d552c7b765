/**
 * Payments of customers: checkout sessions, invoices and payments make a sale, once for all that report the same purchase.
 */
package org.conversions.stripe.payment;
