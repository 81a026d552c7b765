package org.conversions.stripe.connect;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The owner of an event of an account: the connection which held at the event's own time, whenever it comes in. An event
 * from before an account was connected first, or from between a connection that its merchant ended and the next, belongs to
 * the next one. Between the account's own deauthorisation and the next connection it has no owner for good. Pure.
 */
public sealed interface Owner {

    /** A known owner. */
    record Of(Connected connection) implements Owner {
    }

    /** No owner yet: the account is not connected. */
    record Unknown() implements Owner {
    }

    /** No owner: the account had taken the access back. */
    record Deauthorized() implements Owner {
    }

    /**
     * @param history all that there ever was of the account in the mode
     * @param at      the event's own time
     */
    static Owner of(Collection<Connected> history, Instant at) {
        Comparator<Connected> bySince = Comparator.comparing(Connected::since).thenComparing(Connected::connectionId);
        Optional<Connected> holding = history.stream().filter(found -> found.holds(at)).max(bySince);
        if (holding.isPresent()) {
            return new Of(holding.get());
        }
        Optional<Connected> last = history.stream().filter(found -> found.since().isBefore(at)).max(bySince);
        if (last.isPresent() && last.get().deauthorizedBefore(at)) {
            return new Deauthorized();
        }
        return history.stream().filter(found -> !found.since().isBefore(at)).min(bySince).<Owner>map(Of::new)
                .orElseGet(Unknown::new);
    }

    /** @param connection the one that an event came in by, or was placed by before */
    static Owner of(Connected connection, Instant at) {
        return connection.deauthorizedBefore(at) ? new Deauthorized() : new Of(connection);
    }
}
