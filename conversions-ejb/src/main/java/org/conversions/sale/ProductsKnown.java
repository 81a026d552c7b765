package org.conversions.sale;

/** The products that a known sale is of may have become known in this transaction, and nothing else of it changed. */
public record ProductsKnown(SaleView sale) {
}
