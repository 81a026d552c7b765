/** Refunds of the sales that the merchant reported. Those of Stripe's come by {@code stripe.refund}. */
package org.conversions.sale.refund;
