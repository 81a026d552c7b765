package org.conversions.web.redirect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.conversions.click.IpAddress;

/**
 * How often somebody has tried passwords of links: {@link #TRIES_MAX} wrong ones, over all links, until
 * {@link #FORGOTTEN_AFTER} has passed since the first. A home has a whole network of IPv6 addresses, so the network
 * counts.
 */
final class PasswordAttempts {

    static final int TRIES_MAX = 10;
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int ADDRESSES_MAX = 100_000;

    private final Cache<String, AtomicInteger> tries;

    PasswordAttempts() {
        this(Ticker.systemTicker());
    }

    PasswordAttempts(Ticker ticker) {
        tries = Caffeine.newBuilder().maximumSize(ADDRESSES_MAX).expireAfterWrite(FORGOTTEN_AFTER).ticker(ticker)
                .build();
    }

    /** Counts a try before it is looked at, so that many at once are no way round. @return whether it is one too many */
    boolean tooMany(String address) {
        return tries.get(IpAddress.network(address), network -> new AtomicInteger()).incrementAndGet() > TRIES_MAX;
    }

    /** The try was right, and so does not count. */
    void right(String address) {
        AtomicInteger counted = tries.getIfPresent(IpAddress.network(address));
        if (counted != null) {
            counted.decrementAndGet();
        }
    }
}
