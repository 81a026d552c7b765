/**
 * Buyers: their identities (external id, Stripe customers, email) and the clicks that brought them. All that is learned
 * about a buyer is kept through {@link org.conversions.customer.Customers#identify}, in any order.
 */
package org.conversions.customer;
