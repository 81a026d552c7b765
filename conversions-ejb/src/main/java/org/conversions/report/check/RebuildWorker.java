package org.conversions.report.check;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.Contention;
import org.conversions.platform.NodeStops;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.work.WorkLoop;

/** Makes cells again where that was asked for, on a thread of its own, beside all other work. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RebuildWorker {

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Rebuilds rebuilds;
    private final WorkLoop loop = new WorkLoop(System.getLogger(RebuildWorker.class.getName()),
            "The figures cannot be made again right now", Duration.ofSeconds(5), Duration.ofSeconds(10),
            () -> Contention.retried(rebuilds::step));

    @PostConstruct
    void start() {
        loop.start(threads);
    }

    /** Asks for the cells of a workspace, or of all of them, to be made again, and begins with it. */
    public void rebuild(Optional<WorkspaceId> workspaceId) {
        rebuilds.start(workspaceId);
        loop.wake();
    }

    /** Asks for the cells of a workspace to be made again from a day on. */
    public void rebuild(WorkspaceId workspaceId, Instant day) {
        rebuilds.start(workspaceId, day);
        loop.wake();
    }

    /** @return how far the cells of a workspace are; empty when nothing is to be done */
    public Optional<Rebuilds.Progress> progress(WorkspaceId workspaceId) {
        return rebuilds.progress(workspaceId);
    }

    /** @return what is not done yet */
    public List<Rebuilds.Progress> progress() {
        return rebuilds.progress();
    }

    /** While everything that the work needs is there. */
    public void end(@Observes NodeStops now) {
        loop.stop();
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }
}
