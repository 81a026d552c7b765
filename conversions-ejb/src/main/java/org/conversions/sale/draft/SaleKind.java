package org.conversions.sale.draft;

import org.conversions.platform.Word;

/**
 * The kind of a payment among those of a buyer. Stripe says it of its own; of those that the merchant reports, the first one of a
 * buyer by a link is first and the later ones are recurring, see {@code SaleKinds}.
 */
public enum SaleKind implements Word {
    ONE_TIME("one-time", "Purchase"),
    FIRST("first", "Subscription creation"),
    RECURRING("recurring", "Invoice paid"),
    EXPANSION("expansion", "Invoice paid");

    private final String text;
    private final String eventName;

    SaleKind(String text, String eventName) {
        this.text = text;
        this.eventName = eventName;
    }

    @Override
    public String text() {
        return text;
    }

    /** @return the name under which such a sale is shown, unless the merchant gives it another. */
    public String eventName() {
        return eventName;
    }

    /** @return true for a name that says no more of a sale than some kind does, so that it gives way to a better one */
    static boolean namesAKind(String eventName) {
        for (SaleKind kind : values()) {
            if (kind.eventName.equals(eventName)) {
                return true;
            }
        }
        return false;
    }
}
