package org.conversions.sale;

import java.util.List;
import org.conversions.sale.entry.SaleEntryView;

/**
 * A sale was stated in another currency in this transaction, because the workspace has chosen one. Nothing happened to its
 * money: what was earned by it stays as it is.
 *
 * @param entriesBefore the changes of its money, in the currency of before
 * @param entriesAfter  the same in the new one
 */
public record SaleRestated(SaleView before, SaleView after, List<SaleEntryView> entriesBefore,
                           List<SaleEntryView> entriesAfter) {
}
