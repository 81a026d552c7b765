package org.conversions.payout;

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
import java.time.Duration;
import java.util.Optional;
import org.conversions.platform.NodeStops;
import org.conversions.platform.work.WorkLoop;

/** Goes on with batches that a call left before they were drafted or canceled as a whole, a step at a time. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchWorker {

    private static final System.Logger LOG = System.getLogger(BatchWorker.class.getName());

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private BatchTurns turns;
    @Inject
    private BatchDrafting drafting;
    @Inject
    private BatchSteps steps;

    private final WorkLoop loop = new WorkLoop(LOG, "Batches of payouts cannot be gone on with right now", Duration.ofSeconds(1),
            Duration.ofSeconds(10), this::step);

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

    private boolean step() {
        Optional<BatchTurns.Turn> turn = turns.take();
        turn.filter(this::goOn).ifPresent(batch -> turns.leave(batch.workspaceId(), batch.batchId()));
        return turn.isPresent();
    }

    private boolean goOn(BatchTurns.Turn turn) {
        return turn.status() == BatchStatus.PREPARING ? drafting.next(turn.workspaceId(), turn.batchId())
                : steps.cancelNext(turn.workspaceId(), turn.batchId());
    }
}
