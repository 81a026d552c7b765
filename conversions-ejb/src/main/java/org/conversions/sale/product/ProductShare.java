package org.conversions.sale.product;

/** The part that a product has of an amount, in minor units. @param productId null for what is of none that is named */
public record ProductShare(String productId, long amount) {
}
