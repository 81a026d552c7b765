package org.conversions.sale;

import java.util.List;
import org.conversions.sale.entry.SaleEntryView;

/**
 * More became known of a sale in this transaction, so that it goes back to another click, belongs to another buyer or
 * has another amount or time than was recorded first, or that the buyer paid another sum in all.
 *
 * @param entriesBefore the changes of its money before
 * @param entriesAfter  the same with what the correction added
 */
public record SaleCorrected(SaleView before, SaleView after, List<SaleEntryView> entriesBefore,
                            List<SaleEntryView> entriesAfter) {
}
