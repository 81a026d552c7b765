package org.conversions.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts the requests of each caller in minutes that begin with the caller's first. In memory, so each node counts for
 * itself; bounded, so that many made-up callers push out the idlest and never fill it.
 */
final class RateLimiter {

    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int CALLERS_MAX = 100_000;

    /** One caller's minute. */
    private record Window(Instant end, int used) {
    }

    private final int max;
    private final Duration length;
    private final Clock clock;
    private final Cache<String, Window> windows;

    /**
     * @param setting   the name of the setting, for the error
     * @param perMinute 0 for no limit
     * @throws IllegalArgumentException when it is negative
     */
    RateLimiter(String setting, int perMinute, Clock clock) {
        this(setting, perMinute, WINDOW, clock);
    }

    /** @param max how many there are in a window of this length; 0 for no limit */
    RateLimiter(String setting, int max, Duration length, Clock clock) {
        if (max < 0) {
            throw new IllegalArgumentException(setting + " must be 0 (no limit) or more, not " + max);
        }
        this.max = max;
        this.length = length;
        this.clock = clock;
        this.windows = Caffeine.newBuilder().maximumSize(CALLERS_MAX).expireAfterWrite(length).build();
    }

    /** Counts a request. @return empty when there is no limit */
    Optional<Allowance> take(String caller) {
        return max == 0 ? Optional.empty() : Optional.of(take(caller, max));
    }

    /** Counts a request of a caller who has a limit of its own. @param own at least 1 */
    Allowance take(String caller, int own) {
        Instant now = clock.instant();
        Window window = windows.asMap().compute(caller, (key, last) -> last == null || !now.isBefore(last.end)
                ? new Window(now.plus(length), 1)
                // One more than there are says that it was too many, however many come.
                : new Window(last.end, Math.min(last.used, own) + 1));
        return allowance(window, own);
    }

    /** Takes a counted request back, as long as its window lasts. */
    void giveBack(String caller) {
        windows.asMap().computeIfPresent(caller, (key, window) -> new Window(window.end, Math.max(0, window.used - 1)));
    }

    /** Looks at the limit without counting. @return what the next request would get; empty when it would not be refused */
    Optional<Allowance> exhausted(String caller) {
        Window window = max == 0 ? null : windows.getIfPresent(caller);
        return window == null || window.used < max || !clock.instant().isBefore(window.end)
                ? Optional.empty() : Optional.of(allowance(new Window(window.end, max + 1), max));
    }

    private static Allowance allowance(Window window, int limit) {
        return new Allowance(limit, Math.max(0, limit - window.used), window.end, window.used <= limit);
    }
}
