package org.conversions.web.redirect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.conversions.address.IpAddress;

/**
 * Counts the wrong passwords of links: {@link #TRIES_MAX} of one network, over all links, until
 * {@link #FORGOTTEN_AFTER} has passed since the first, and {@link #TRIES_OF_LINK_MAX} of all together for one link in a day. A
 * home has a whole network of IPv6 addresses, so the network counts.
 */
final class PasswordAttempts {

    static final int TRIES_MAX = 10;
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    static final int TRIES_OF_LINK_MAX = 1_000;
    static final Duration DAY = Duration.ofDays(1);
    private static final int COUNTED_MAX = 100_000;

    private final Cache<String, AtomicInteger> tries;
    private final Cache<String, AtomicInteger> ofLink;

    PasswordAttempts() {
        this(Ticker.systemTicker());
    }

    PasswordAttempts(Ticker ticker) {
        tries = Caffeine.newBuilder().maximumSize(COUNTED_MAX).expireAfterWrite(FORGOTTEN_AFTER).ticker(ticker).build();
        ofLink = Caffeine.newBuilder().maximumSize(COUNTED_MAX).expireAfterWrite(DAY).ticker(ticker).build();
    }

    /** Counts a try before it is looked at, so that many at once are no way round. @return whether it is one too many */
    boolean tooMany(String address, String linkId) {
        return count(tries, IpAddress.network(address)) > TRIES_MAX || count(ofLink, linkId) > TRIES_OF_LINK_MAX;
    }

    /** Takes back the count of a try that was right. */
    void right(String address, String linkId) {
        undo(tries, IpAddress.network(address));
        undo(ofLink, linkId);
    }

    private static int count(Cache<String, AtomicInteger> tries, String whose) {
        return tries.get(whose, first -> new AtomicInteger()).incrementAndGet();
    }

    private static void undo(Cache<String, AtomicInteger> tries, String whose) {
        AtomicInteger counted = tries.getIfPresent(whose);
        if (counted != null) {
            counted.decrementAndGet();
        }
    }
}
