package org.conversions.conversion;

/**
 * A sale was recorded in this transaction.
 *
 * @param entryId    the entry that holds its money
 * @param firstOfLink true when the buyer never bought by this link before
 */
public record SaleRecorded(SaleView sale, String entryId, boolean firstOfLink) {
}
