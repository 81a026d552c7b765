package org.conversions.stripe.object;

import java.util.Set;

/**
 * Something that Stripe told about money that went back. What is left of a sale follows from all of it, see
 * {@code RefundPolicy}.
 *
 * @param objectId        names it within its kind
 * @param charge          the charge it is about, or null
 * @param paymentIntent   the payment intent it is about, or null
 * @param saleKey         the business key of the sale when it names that instead of a payment, or null
 * @param amount          minor units of the charge's currency
 * @param status          Stripe's word, the newest
 */
public record ReturnedMoney(Kind kind, String objectId, String charge, String paymentIntent, String saleKey, long amount,
                            String status) {

    /** Disputes that are over without loss; everything that is neither over nor lost is open, new words too. */
    private static final Set<String> CLOSED = Set.of("won", "warning_closed", "prevented");
    private static final Set<String> FAILED = Set.of("failed", "canceled");
    private static final String LOST = "lost";

    /** What kind of thing was told. */
    public enum Kind {
        /** How much was charged. */
        CHARGE,
        /** How much of a charge has gone back so far. */
        TOTAL,
        REFUND, DISPUTE, CREDIT_NOTE;

        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Kind of(String text) {
            return valueOf(text.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** @return whether a refund did not reach the buyer */
    public boolean isFailed() {
        return FAILED.contains(status);
    }

    public boolean isLost() {
        return LOST.equals(status);
    }

    public boolean isOpen() {
        return kind == Kind.DISPUTE && !isLost() && !CLOSED.contains(status);
    }

    /** @return which of two things told within the same second is the later one: what ends something comes after it */
    public int rank() {
        return switch (kind) {
            case CHARGE, TOTAL, CREDIT_NOTE -> 0;
            case REFUND -> isFailed() ? 2 : status.equals("succeeded") ? 1 : 0;
            case DISPUTE -> isOpen() ? 0 : isLost() ? 1 : 2;
        };
    }
}
