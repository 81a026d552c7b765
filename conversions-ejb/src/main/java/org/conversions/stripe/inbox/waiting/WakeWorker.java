package org.conversions.stripe.inbox.waiting;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.conversions.platform.NodeStops;
import org.conversions.platform.work.WorkLoop;
import org.conversions.stripe.inbox.work.InboxWorker;

/**
 * Looks, after each commit that brought something, for the events that wait for it: those of several transactions together. What
 * this misses, by an accident of its node, it or another node finds in the database a few seconds later.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WakeWorker {

    private static final System.Logger LOG = System.getLogger(WakeWorker.class.getName());
    /** Transactions that are looked after together. */
    private static final int TOGETHER_MAX = 100;
    /** Transactions that may wait to be; what is beyond is found in the database. */
    private static final int WAITING_MAX = 10_000;
    private static final Duration LEFT_AFTER = Duration.ofSeconds(5);

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Wakes wakes;
    @Inject
    private InboxWorker worker;
    @Inject
    private Clock clock;
    private final Map<String, Arrivals> waiting = new ConcurrentHashMap<>();
    private final WorkLoop loop = new WorkLoop(LOG, "Events that wait cannot be woken right now", Duration.ofSeconds(1),
            Duration.ofSeconds(10), this::step);
    private Instant lookedForLeft = Instant.EPOCH;

    @PostConstruct
    void start() {
        loop.start(threads);
    }

    /** Stops while everything that the work needs is there. */
    public void end(@Observes NodeStops now) {
        loop.stop();
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    /** @param id the row in which a transaction, now committed, has stored what it brought */
    public void arrived(String id, Arrivals arrivals) {
        if (waiting.size() < WAITING_MAX) {
            waiting.put(id, arrivals);
        }
        loop.wake();
    }

    /** @return whether there was anything to do */
    private boolean step() {
        Map<String, Arrivals> some = new HashMap<>();
        waiting.entrySet().stream().limit(TOGETHER_MAX).forEach(arrival -> some.put(arrival.getKey(), arrival.getValue()));
        some.keySet().forEach(waiting::remove);
        if (some.isEmpty()) {
            Instant now = clock.instant();
            if (now.isBefore(lookedForLeft.plusSeconds(1)) && !now.isBefore(lookedForLeft)) {
                return false;
            }
            lookedForLeft = now;
            some.putAll(wakes.left(now.minus(LEFT_AFTER), TOGETHER_MAX));
        }
        if (some.isEmpty()) {
            return false;
        }
        Arrivals all = new Arrivals();
        some.values().forEach(all::add);
        Set<Integer> lanes = wakes.wake(all, some.keySet());
        if (!lanes.isEmpty()) {
            worker.wake(lanes);
        }
        return true;
    }
}
