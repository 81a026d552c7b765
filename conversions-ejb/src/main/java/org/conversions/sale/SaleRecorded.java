package org.conversions.sale;

/** A sale was recorded in this transaction. @param entryId the entry that holds its money */
public record SaleRecorded(SaleView sale, String entryId) {
}
