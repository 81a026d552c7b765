package org.conversions.sale.draft;

import org.conversions.platform.Word;

/**
 * The source of a report of a sale, the weakest first. The amount and the time of a stronger one replace those of a weaker
 * one, whichever comes first: an invoice knows what was settled from credit, the checkout that made it does not, and Stripe
 * knows better than the merchant's own call about the same invoice. That knows better than what the merchant said of a deal, and
 * any other source knows better than a page.
 */
public enum SaleSource implements Word {
    PAGE("page"), SUBMITTED("submitted"), MERCHANT("merchant"), CHECKOUT("checkout"), INVOICE("invoice");

    private final String text;

    SaleSource(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /** @return whether the merchant reported it, and neither a page nor Stripe */
    boolean isOfMerchant() {
        return this == SUBMITTED || this == MERCHANT;
    }
}
