package org.conversions.customer;

import java.time.Instant;

/** The worth of a report about a customer, the least last. */
public enum Credence {
    /** From a source that knows: the merchant's own server, or Stripe's customer object. */
    FIRST_HAND,
    /** From a source that only repeats name, email and country, as an invoice does. */
    REPEATED,
    /** From a page or an app, where anyone may have written it. It never decides whose money a payment is. */
    UNVERIFIED;

    /** The time of what an unverified report says: anything that was reported otherwise is newer. */
    static final Instant UNVERIFIED_AT = Instant.EPOCH;

    /** @return when name, email and country count from: what is repeated is older than anything said at first hand */
    Instant countsFrom(Instant reportedAt) {
        return switch (this) {
            case FIRST_HAND -> reportedAt;
            case REPEATED -> UNVERIFIED_AT.plusSeconds(1);
            case UNVERIFIED -> UNVERIFIED_AT;
        };
    }
}
