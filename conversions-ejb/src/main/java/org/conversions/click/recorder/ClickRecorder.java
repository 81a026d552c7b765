package org.conversions.click.recorder;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.conversions.click.Click;
import org.conversions.click.Clicks;
import org.conversions.click.visit.Visit;
import org.conversions.platform.GroupCommit;
import org.conversions.platform.NodeStops;
import org.conversions.platform.database.DurableCommits;
import org.conversions.platform.work.WorkLoop;

/**
 * Takes the clicks of all visitors and stores them in batches; each visitor waits for the commit of its own batch, but no
 * longer than {@link #PATIENCE}: what the database has not taken by then goes to the journal of this node.
 *
 * <p>Visits that do not count stand in a short queue of their own, which makes one commit a second at most, and no visitor
 * waits for it. So no storm of programs holds a person up or fills the disk faster than {@link #UNCOUNTED_MAX} rows a
 * second: what is more is left out, and counted here.
 */
@ApplicationScoped
public class ClickRecorder {

    static final int QUEUE_MAX = 10_000;
    static final int BATCH_MAX = 500;
    static final int UNCOUNTED_MAX = 500;
    /** While one batch waits for the disk, the next is prepared. */
    static final int COMMITTERS = 2;
    private static final Duration GATHER_MAX = Duration.ofMillis(3);
    static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOKS = Duration.ofMillis(100);
    private static final Duration STOP_MAX = Duration.ofSeconds(1);
    private static final long UNCOUNTED_PAUSE_MILLIS = 1_000;
    private static final long UNCOUNTED_WAIT_SECONDS = 10;

    @Inject
    private Clicks clicks;
    @Inject
    private JournaledClicks journal;
    @Inject
    private DurableCommits durable;
    @Inject
    private ClickLimits limits;
    @Resource
    private ManagedThreadFactory threads;
    @Resource
    private ManagedExecutorService answers;

    private GroupCommit<Click> commits;
    private GroupCommit<Click> uncounted;
    private final LongAdder leftOut = new LongAdder();
    private final WorkLoop watch = new WorkLoop(System.getLogger(ClickRecorder.class.getName()),
            "Clicks that wait too long cannot be looked for", LOOKS, STOP_MAX, this::look);
    /** True while the database takes longer for each batch than visitors wait, and for a while after it has failed. */
    private volatile boolean databaseAway;
    private volatile long lastFailure = System.nanoTime() - PATIENCE.toNanos();
    private volatile boolean closing;

    @PostConstruct
    void open() {
        commits = new GroupCommit<>(COMMITTERS, GATHER_MAX, QUEUE_MAX, BATCH_MAX, threads, clicks::store, durable::await, answers);
        uncounted = new GroupCommit<>(UNCOUNTED_MAX, UNCOUNTED_MAX, threads, clicks::store, this::pause);
        watch.start(threads);
    }

    /**
     * @return completed, on a thread that may be kept waiting a little, when the click is durable in the database, or in the
     *         journal of this node; exceptionally when it could be stored in neither
     */
    public CompletionStage<Void> record(Click click) {
        return databaseAway ? journal.add(click)
                : commits.submit(click).exceptionallyCompose(failure -> notStored(click, failure));
    }

    /** A database that cannot be reached says so at once, but not without effort: it is tried again a little later. */
    private CompletionStage<Void> notStored(Click click, Throwable failure) {
        if (!JournaledClicks.isBadValue(failure)) {
            lastFailure = System.nanoTime();
            databaseAway = true;
        }
        return journal.add(click);
    }

    /** Sends to the journal what waits too long. It may get into the database all the same, and then counts once. */
    private boolean look() {
        databaseAway = commits.standsStill(PATIENCE) || System.nanoTime() - lastFailure < PATIENCE.toNanos();
        for (GroupCommit.Pending<Click> late : commits.overdue(PATIENCE)) {
            journal.add(late.item()).whenComplete((kept, failure) -> {
                if (failure == null) {
                    late.done().complete(null);
                } else {
                    late.done().completeExceptionally(failure);
                }
            });
        }
        return false;
    }

    /** Stores a visit that does not count, soon, unless there are too many of them, in all or from where it came. */
    public void note(Visit visit, Click kept) {
        if (!limits.keepsUncounted(visit)) {
            leftOut.increment();
            return;
        }
        uncounted.submit(kept).orTimeout(UNCOUNTED_WAIT_SECONDS, TimeUnit.SECONDS).whenComplete((stored, failure) -> {
            if (failure != null) {
                leftOut.increment();
            }
        });
    }

    /** @return the number of clicks that wait for their commit */
    public int waiting() {
        return commits.waiting();
    }

    /** @return the number of clicks that this node has stored since its start */
    public long stored() {
        return commits.committed();
    }

    /** @return the number of visits that do not count and that this node has stored since its start */
    public long uncountedStored() {
        return uncounted.committed();
    }

    /** @return the number of visits that do not count and were left out since the start, because there were too many */
    public long uncountedLeftOut() {
        return leftOut.sum();
    }

    void end(@Observes(notifyObserver = Reception.IF_EXISTS) NodeStops now) {
        close();
    }

    @PreDestroy
    void close() {
        closing = true;
        watch.stop();
        commits.close();
        uncounted.close();
    }

    private void pause() {
        if (closing) {
            return;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(UNCOUNTED_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
