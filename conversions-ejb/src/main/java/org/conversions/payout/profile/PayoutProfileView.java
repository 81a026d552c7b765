package org.conversions.payout.profile;

import java.time.Instant;

/**
 * The payout profile of a partner.
 *
 * @param account the one that counts now
 * @param since   when it came into force
 * @param next    one that waits to come into force; null for none
 * @param nextAt  when it does; null for none
 */
public record PayoutProfileView(PayoutAccount account, Instant since, PayoutAccount next, Instant nextAt) {

    static PayoutProfileView of(ProfileState state) {
        return new PayoutProfileView(state.account(), state.since(), state.next(), state.nextAt());
    }
}
