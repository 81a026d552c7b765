/**
 * Money that went back. Refunds, disputes and credit notes say how much ({@link
 * org.conversions.stripe.refund.ReturnedMoneyRecords}), and what is left of a sale follows from all that is known by then
 * ({@link org.conversions.stripe.refund.RefundPolicy}).
 */
package org.conversions.stripe.refund;
