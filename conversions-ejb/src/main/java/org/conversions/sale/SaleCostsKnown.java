package org.conversions.sale;

/** CDI event: what Stripe kept of a sale became known in this transaction, and nothing else of it changed. */
public record SaleCostsKnown(SaleView sale) {
}
