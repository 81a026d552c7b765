/**
 * Sales, and what became of their money. A sale is what all that is known of it says, in whatever order it became known;
 * its money is entries that are appended, never changed. Later rooms hear of it inside the same transaction, by {@link
 * org.conversions.sale.SaleRecorded}, by {@link org.conversions.sale.SaleCorrected} when more became known, by {@link
 * org.conversions.sale.SaleAdjusted} when money went back, and by {@link org.conversions.sale.SaleRestated} when the
 * workspace chose another currency.
 */
package org.conversions.sale;
