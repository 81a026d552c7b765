package org.conversions.payout.profile;

import java.time.Duration;
import java.time.Instant;

/**
 * The payout profile of a partner through time: the account that counts, and another one that comes into force after a waiting
 * time, in which whoever did not ask for it can object. Pure.
 *
 * @param since  when the account came into force
 * @param next   null when no change waits
 * @param nextAt when the next one comes into force; null when no change waits
 */
record ProfileState(PayoutAccount account, Instant since, PayoutAccount next, Instant nextAt) {

    static ProfileState first(PayoutAccount account, Instant now) {
        return new ProfileState(account, now, null, null);
    }

    /** @return the state as it is at a moment */
    ProfileState at(Instant now) {
        return isDue(now) ? first(next, nextAt) : this;
    }

    /** @return whether the next account has come into force */
    boolean isDue(Instant now) {
        return next != null && !nextAt.isAfter(now);
    }

    /**
     * Says the account again: the one that counts already withdraws the change that waits, the one that waits goes on waiting,
     * and any other begins to wait.
     *
     * @param wait zero to have it count at once
     */
    ProfileState changed(PayoutAccount wanted, Instant now, Duration wait) {
        ProfileState current = at(now);
        if (wanted.equals(current.account)) {
            return new ProfileState(current.account, current.since, null, null);
        }
        if (wanted.equals(current.next)) {
            return current;
        }
        return wait.isZero() ? first(wanted, now) : new ProfileState(current.account, current.since, wanted, now.plus(wait));
    }
}
