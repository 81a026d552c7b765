/**
 * What buyers paid: checkout sessions, invoices and payments make a sale, once for all that tell of the same purchase.
 */
package org.conversions.stripe.payment;
