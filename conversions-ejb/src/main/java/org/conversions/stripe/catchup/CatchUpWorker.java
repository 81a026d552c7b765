package org.conversions.stripe.catchup;

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
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Optional;
import org.conversions.platform.NodeStops;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.work.WorkLoop;
import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.api.StripeGateway;
import org.conversions.stripe.connect.StripeAccesses;
import org.conversions.stripe.inbox.work.InboxWorker;

/** Asks Stripe for events, a page at a time, on a thread of its own and outside of any transaction. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CatchUpWorker {

    private static final Logger LOG = System.getLogger(CatchUpWorker.class.getName());

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private CatchUpSteps steps;
    @Inject
    private StripeAccesses accesses;
    @Inject
    private StripeGateway gateway;
    @Inject
    private InboxWorker inbox;
    private final WorkLoop loop = new WorkLoop(LOG, "Stripe's events cannot be caught up on right now",
            Duration.ofSeconds(1), Duration.ofSeconds(5), this::step);

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

    /** @return false when nothing is due */
    private boolean step() {
        Optional<CatchUpSteps.Step> due = steps.next();
        due.ifPresent(step -> {
            steps.answered(step, accesses.of(new ConnectionId(step.connectionId()))
                    .map(access -> gateway.events(access, step.query(), step.older(), step.cursor()))
                    .orElseGet(StripeAnswer.NoKey::new));
            inbox.wake();
        });
        return due.isPresent();
    }
}
