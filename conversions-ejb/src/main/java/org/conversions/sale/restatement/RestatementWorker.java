package org.conversions.sale.restatement;

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
import org.conversions.platform.NodeStops;
import org.conversions.platform.work.WorkLoop;

/** States sales in another currency and corrects those with an old rate, on a thread of its own, beside all other work. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RestatementWorker {

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Restatements restatements;
    @Inject
    private LateRates lateRates;
    private final WorkLoop loop = new WorkLoop(System.getLogger(RestatementWorker.class.getName()),
            "Sales cannot be restated right now", Duration.ofSeconds(1), Duration.ofSeconds(10),
            () -> restatements.step() || lateRates.step());

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
}
