/**
 * Buyers: who they are (external id, Stripe customers, email) and the clicks that brought them. Whoever learns
 * something about a buyer says so through {@link org.conversions.customer.Customers#identify}, in any order.
 */
package org.conversions.customer;
