package org.conversions.click.recorder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what each of many does within an hour that begins with the first time. Bounded: when there are too many, those
 * that were not seen for longest begin anew.
 */
final class HourlyCounts {

    static final Duration HOUR = Duration.ofHours(1);
    private static final int COUNTED_MAX = 50_000;

    private final int limit;
    private final Cache<VisitorHashes.Hash, AtomicInteger> counts;

    /** @param limit how often in an hour; 0 for no limit */
    HourlyCounts(int limit, Ticker ticker) {
        this.limit = limit;
        this.counts = Caffeine.newBuilder().maximumSize(COUNTED_MAX).expireAfterWrite(HOUR).ticker(ticker).build();
    }

    /** Counts once more. @return whether that is still within the limit */
    boolean take(VisitorHashes.Hash who) {
        return limit == 0 || counts.get(who, first -> new AtomicInteger())
                // One more than the limit says that it was too much, however much comes.
                .updateAndGet(count -> Math.min(count, limit) + 1) <= limit;
    }
}
