package org.conversions.statistics;

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

/** Brings what was counted into the cells, every second, on a thread of its own. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StatisticsAggregator {

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private DeltaMerge merge;
    private final WorkLoop loop = new WorkLoop(System.getLogger(StatisticsAggregator.class.getName()),
            "What was counted cannot be added up right now", Duration.ofSeconds(1), Duration.ofSeconds(10),
            () -> merge.step());

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
