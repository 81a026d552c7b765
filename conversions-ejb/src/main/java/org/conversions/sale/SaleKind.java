package org.conversions.sale;

/**
 * What a payment is among those of a buyer. Stripe says it of its own; of what the merchant tells, the first one of a
 * buyer by a link is first and the later ones are recurring, see {@link SaleKinds}.
 */
public enum SaleKind {
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

    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException for an unknown name: a sale only stores known ones */
    public static SaleKind of(String text) {
        for (SaleKind kind : values()) {
            if (kind.text.equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Unknown kind of sale: " + text);
    }

    /** The name under which such a sale is shown, unless the merchant gives it another. */
    public String eventName() {
        return eventName;
    }

    /** @return whether a name says no more of a sale than some kind does, so that it gives way to a better one */
    static boolean namesAKind(String eventName) {
        for (SaleKind kind : values()) {
            if (kind.eventName.equals(eventName)) {
                return true;
            }
        }
        return false;
    }
}
