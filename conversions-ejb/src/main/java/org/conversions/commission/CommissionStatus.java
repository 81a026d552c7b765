package org.conversions.commission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a commission is, in the words of the API. */
public enum CommissionStatus {

    /** Earned, and not yet paid. */
    PENDING,
    /** A dispute about the payment is open. */
    HOLD,
    /** Nothing is left of it. */
    REFUNDED,
    /** It credits another partner by now, or the operator says so. */
    CANCELED,
    FRAUD, DUPLICATE,
    /** Paid out; what is taken back after that is owed by the partner. */
    PAID;

    /** Those of which the partner is owed what was not paid yet. */
    public static final Set<CommissionStatus> PAYABLE = Set.of(PENDING, PAID);

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return empty for an unknown word */
    public static Optional<CommissionStatus> find(String text) {
        return Arrays.stream(values()).filter(status -> status.text().equals(text)).findFirst();
    }

    /** @throws IllegalArgumentException for an unknown word: a commission only stores known ones */
    static CommissionStatus of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("Unknown status of a commission: " + text));
    }
}
