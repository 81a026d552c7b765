package org.conversions.click;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.conversions.platform.GroupCommit;

/** Takes the clicks of all visitors and stores them in batches; each visitor waits for the commit of the own batch. */
@ApplicationScoped
public class ClickRecorder {

    static final int QUEUE_MAX = 10_000;
    static final int BATCH_MAX = 500;

    @Inject
    private Clicks clicks;
    @Resource
    private ManagedThreadFactory threads;

    private GroupCommit<Click> commits;

    @PostConstruct
    void open() {
        commits = new GroupCommit<>(QUEUE_MAX, BATCH_MAX, threads, clicks::store);
    }

    /**
     * @return completed when the click is in the database; exceptionally when it could not be stored, and with
     *         {@link GroupCommit.QueueFull} at once when too many are waiting
     */
    public CompletionStage<Void> record(Click click) {
        return commits.submit(click);
    }

    /** @return how many clicks wait for their commit */
    public int waiting() {
        return commits.waiting();
    }

    /** @return how many clicks this node has stored since its start */
    public long stored() {
        return commits.committed();
    }

    @PreDestroy
    void close() {
        commits.close();
    }
}
