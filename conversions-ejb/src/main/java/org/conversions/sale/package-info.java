/**
 * Sales, and what became of their money. A sale is the sum of all that is known of it, in whatever order it became known;
 * its money is entries that are appended, never changed. Later rooms hear of it inside the same transaction, by {@link
 * org.conversions.sale.SaleRecorded}, by {@link org.conversions.sale.SaleCorrected} when more became known, by {@link
 * org.conversions.sale.SaleAdjusted} when money went back, and by {@link org.conversions.sale.SaleRestated} when the
 * workspace chose another currency.
 *
 * <p>The sign of money: a change that takes money back is negative, and one that gives it back again positive. This holds for
 * entries of sales and of commissions, for CDI events and for effects. What went back is known as an exact share, which has
 * no sign; {@link org.conversions.money.Share#backFrom} is the one place where it becomes a change. Only what people read
 * names refunds as positive amounts: figures ({@code refunded_amount}) and the answers of the API.
 */
package org.conversions.sale;
