package org.conversions.sale.product;

/**
 * A line of what was paid for.
 *
 * @param productId   Stripe's id of the product; empty when the line names none
 * @param productName what the product is called; null when the line does not say
 * @param amount      without tax and discounts, in minor units of any one currency: only its relation to the others counts.
 *                    Negative for a credit
 */
public record SaleLine(String productId, String productName, long amount) {

    /** @return whether something was paid for a product that it names */
    public boolean isOfProduct() {
        return !productId.isEmpty() && amount > 0;
    }
}
