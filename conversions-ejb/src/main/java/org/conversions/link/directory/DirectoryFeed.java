package org.conversions.link.directory;

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
import java.util.List;
import org.conversions.platform.NodeStops;
import org.conversions.platform.work.WorkLoop;

/** Looks on a thread of its own for what other nodes have changed, so often that visitors here see it within a second. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DirectoryFeed {

    private static final Duration LOOKS = Duration.ofMillis(400);
    private static final Duration REMOVED_AFTER = SeenChanges.WINDOW.multipliedBy(2);
    private static final Duration REMOVALS = Duration.ofMinutes(1);
    private static final int READ_AT_ONCE = 500;
    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private ChangeRows rows;
    @Inject
    private DirectoryChanges changes;
    @Inject
    private Clock clock;
    private final SeenChanges seen = new SeenChanges();
    private Instant nextRemoval = Instant.EPOCH;
    private final WorkLoop loop = new WorkLoop(System.getLogger(DirectoryFeed.class.getName()),
            "What changed of links on other nodes cannot be read right now", LOOKS, STOP_MAX, this::look);

    @PostConstruct
    void start() {
        loop.start(threads);
    }

    /** While everything that the work needs is there. */
    public void end(@Observes NodeStops now) {
        loop.stop();
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    private boolean look() {
        Instant now = clock.instant();
        List<String> found = rows.since(now.minus(SeenChanges.WINDOW));
        if (seen.lostTrack(now)) {
            changes.forgetEverything();
        }
        List<String> fresh = seen.fresh(found, now);
        for (int i = 0; i < fresh.size(); i += READ_AT_ONCE) {
            changes.forget(rows.read(fresh.subList(i, Math.min(fresh.size(), i + READ_AT_ONCE))));
        }
        if (!now.isBefore(nextRemoval)) {
            rows.remove(now.minus(REMOVED_AFTER));
            nextRemoval = now.plus(REMOVALS);
        }
        return false;
    }
}
