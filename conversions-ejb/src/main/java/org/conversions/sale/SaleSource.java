package org.conversions.sale;

/**
 * Who told of a sale, the weakest first. What a stronger one says of amount and time replaces what a weaker one said,
 * whichever comes first: an invoice knows what was settled from credit, the checkout that made it does not, and Stripe
 * knows better than the merchant's own call about the same invoice. A page knows nothing that anybody else does not know
 * better.
 */
public enum SaleSource {
    PAGE("page"), MERCHANT("merchant"), CHECKOUT("checkout"), INVOICE("invoice");

    private final String text;

    SaleSource(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException for an unknown name: a sale only stores known ones */
    static SaleSource of(String text) {
        for (SaleSource source : values()) {
            if (source.text.equals(text)) {
                return source;
            }
        }
        throw new IllegalArgumentException("Nobody tells of sales like this: " + text);
    }
}
