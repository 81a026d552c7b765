package org.conversions.stripe.object;

import java.util.Locale;
import java.util.Set;
import org.conversions.platform.Word;

/**
 * A report by Stripe about money that went back. What is left of a sale follows from all of it, see
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

    /** The statuses of disputes that are over without loss; everything that is neither over nor lost is open, new words too. */
    private static final Set<String> CLOSED = Set.of("won", "warning_closed", "prevented");
    private static final Set<String> FAILED = Set.of("failed", "canceled");
    private static final String LOST = "lost";

    /** The kind of a report. */
    public enum Kind implements Word {
        /** The amount that was charged. */
        CHARGE,
        /** The amount of a charge that has gone back so far. */
        TOTAL,
        REFUND, DISPUTE, CREDIT_NOTE;

        @Override
        public String text() {
            return name().toLowerCase(Locale.ROOT);
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

    /** @return the order of two reports within the same second: what ends something comes after it */
    public int rank() {
        return switch (kind) {
            case CHARGE, TOTAL, CREDIT_NOTE -> 0;
            case REFUND -> isFailed() ? 2 : status.equals("succeeded") ? 1 : 0;
            case DISPUTE -> isOpen() ? 0 : isLost() ? 1 : 2;
        };
    }
}
