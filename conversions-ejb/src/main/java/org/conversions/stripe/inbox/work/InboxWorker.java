package org.conversions.stripe.inbox.work;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.conversions.platform.Ids;
import org.conversions.platform.NodeStops;
import org.conversions.platform.database.SharedDatabase;
import org.conversions.platform.work.WorkLoop;
import org.conversions.stripe.inbox.EventsReceived;
import org.conversions.stripe.inbox.InboxProcessor;
import org.conversions.stripe.lane.Lane;
import org.conversions.stripe.lane.LaneLeases;
import org.conversions.stripe.lane.LaneShares;
import org.conversions.stripe.lane.NodeLanes;

/**
 * Works off the inbox, by as many workers as there are processors: at once when something comes in, and from time to time
 * anyway, because what is due may have come in by another node, or been left behind by one that died or by a message that was
 * lost. On a database server the node has the lanes that it holds a lease of; the embedded database is its own, and so are all
 * lanes.
 */
@Singleton
@Startup
@DependsOn("JournaledClicks")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InboxWorker {

    private static final Logger LOG = System.getLogger(InboxWorker.class.getName());

    private static final Duration RENEWED_EVERY = Duration.ofSeconds(3);
    /** The node's own clock and the database's may run a little apart. */
    private static final Duration LEASE = LaneLeases.LEASE.minusSeconds(2);
    /** A batch may wait for locks; until it has ended, the lanes stay as they are. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK_ALONE = Duration.ofSeconds(1);
    /** What another node has taken in, nobody announces. */
    private static final Duration LOOK_AMONG_NODES = Duration.ofMillis(50);

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private InboxProcessor processor;
    @Inject
    private MessageSender messages;
    @Inject
    private LaneLeases leases;
    @Inject
    private Clock clock;
    private final WorkLoop renewal = new WorkLoop(LOG, "The lanes of the inbox cannot be leased right now", RENEWED_EVERY,
            Duration.ofSeconds(10), this::renew);
    private NodeLanes lanes;
    private List<LaneWorker> workers;
    private String node;
    private boolean begun;

    @PostConstruct
    void start() {
        int count = Runtime.getRuntime().availableProcessors();
        lanes = new NodeLanes(count, System::nanoTime);
        workers = IntStream.range(0, count).mapToObj(number -> new LaneWorker(number, lanes, processor, messages)).toList();
        node = Ids.next("node", clock);
        workers.forEach(worker -> worker.start(threads));
        renewal.start(threads);
        renewal.wake();
    }

    /** Stops while everything that the work needs is there. */
    public void end(@Observes NodeStops now) {
        stop();
    }

    @PreDestroy
    void stop() {
        renewal.stop();
        workers.forEach(LaneWorker::stop);
        if (begun && SharedDatabase.isShared()) {
            begun = false;
            end();
        }
    }

    private void end() {
        try {
            leases.end(node);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "The others take the lanes over when the leases end", e);
        }
    }

    /** Begins at once with what is due. */
    public void wake() {
        workers.forEach(LaneWorker::wake);
    }

    /** Begins at once with what is due in some lanes, as far as they are this node's. */
    public void wake(Set<Integer> some) {
        lanes.workersOf(some).forEach(worker -> workers.get(worker).wake());
    }

    /** Begins at once with what has come in. */
    public void wake(@Observes EventsReceived event) {
        wake(event.lanes());
    }

    /** @return false, because it is done */
    private boolean renew() {
        try {
            if (!SharedDatabase.isShared()) {
                lanes.leased(System.nanoTime(), Duration.ofDays(1));
                hold(Lane.ALL);
            } else {
                share();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void share() throws InterruptedException {
        if (!begun) {
            leases.begin();
            begun = true;
        }
        long now = System.nanoTime();
        LaneLeases.Standing standing = leases.renew(node);
        lanes.leased(now, LEASE);
        LaneShares shares = LaneShares.of(node, standing.alive(), standing.holders());
        if (!shares.released().isEmpty()) {
            Set<Integer> kept = new TreeSet<>(lanes.held());
            kept.removeAll(shares.released());
            if (!hold(kept)) {
                return;
            }
            leases.release(node, shares.released());
        } else if (!shares.wanted().isEmpty()) {
            leases.take(node, shares.wanted());
        }
        hold(leases.heldBy(node));
        Duration between = standing.alive().size() > 1 ? LOOK_AMONG_NODES : LOOK_ALONE;
        workers.forEach(worker -> worker.looksEvery(between));
    }

    /** @return whether the workers have these lanes now, and no other */
    private boolean hold(Set<Integer> now) throws InterruptedException {
        if (now.equals(lanes.held())) {
            return true;
        }
        boolean changed = lanes.change(now, PATIENCE);
        if (changed) {
            wake();
        }
        return changed;
    }
}
