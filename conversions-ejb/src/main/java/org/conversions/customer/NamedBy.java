package org.conversions.customer;

/**
 * Who said first that a click brought a buyer. Of two who said so in the same second, the first of these counts. What a
 * page said counts only where nobody else has said anything.
 */
public enum NamedBy {
    API("api"), PAYMENT_LINK("payment-link"), STRIPE_CUSTOMER("stripe-customer"), DIRECT_SALE("direct-sale"), PAGE("page");

    private final String text;

    NamedBy(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException for an unknown name: only known ones are stored */
    static NamedBy of(String text) {
        for (NamedBy by : values()) {
            if (by.text.equals(text)) {
                return by;
            }
        }
        throw new IllegalArgumentException("Nobody names clicks like this: " + text);
    }
}
