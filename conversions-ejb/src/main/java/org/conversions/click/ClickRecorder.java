package org.conversions.click;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.conversions.platform.GroupCommit;
import org.conversions.platform.NodeStops;
import org.conversions.platform.database.DurableCommits;

/**
 * Takes the clicks of all visitors and stores them in batches; each visitor waits for the commit of its own batch.
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
    private static final long UNCOUNTED_PAUSE_MILLIS = 1_000;
    private static final long UNCOUNTED_WAIT_SECONDS = 10;

    @Inject
    private Clicks clicks;
    @Inject
    private DurableCommits durable;
    @Inject
    private ClickLimits limits;
    @Resource
    private ManagedThreadFactory threads;

    private GroupCommit<Click> commits;
    private GroupCommit<Click> uncounted;
    private final LongAdder leftOut = new LongAdder();
    private volatile boolean closing;

    @PostConstruct
    void open() {
        commits = new GroupCommit<>(QUEUE_MAX, BATCH_MAX, threads, clicks::store, durable::await);
        uncounted = new GroupCommit<>(UNCOUNTED_MAX, UNCOUNTED_MAX, threads, clicks::store, this::pause);
    }

    /**
     * @return completed when the click is durable in the database; exceptionally when it could not be stored, and with
     *         {@link GroupCommit.QueueFull} at once when too many are waiting
     */
    public CompletionStage<Void> record(Click click) {
        return commits.submit(click);
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
