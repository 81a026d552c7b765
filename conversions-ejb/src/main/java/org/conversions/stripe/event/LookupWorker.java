package org.conversions.stripe.event;

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
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.conversions.platform.Contention;
import org.conversions.platform.NodeStops;
import org.conversions.stripe.connect.StripeAnswer;
import org.conversions.stripe.connect.StripeGateway;

/**
 * Asks Stripe about payments and customers, one after the other on a thread of its own: outside any transaction, and in nobody's way
 * when Stripe is slow. Webhooks, the inbox and the refunds that can be placed go on meanwhile.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LookupWorker {

    private static final Logger LOG = Logger.getLogger(LookupWorker.class.getName());
    private static final long IDLE_MILLIS = 1_000;

    /** How long a stop waits for what is being written. Stripe's answer, if it takes longer, is asked for again. */
    private static final long STOP_MILLIS = 5_000;

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Lookups lookups;
    @Inject
    private StripeGateway gateway;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;

    @PostConstruct
    void start() {
        thread = threads.newThread(this::run);
        thread.start();
    }

    /** While everything that the work needs is there. */
    public void end(@Observes NodeStops now) {
        stop();
    }

    /** Not by an interrupt: that would close the embedded database's file under everybody. */
    @PreDestroy
    void stop() {
        stopped.countDown();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isStopped()) {
            try {
                stopped.await(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                while (!isStopped() && askNext()) {
                    // There may be more.
                }
            } catch (InterruptedException e) {
                stopped.countDown();
            } catch (RuntimeException e) {
                // During a stop its parts may be gone already: what was not asked is asked after the next start.
                LOG.log(isStopped() ? Level.FINE : Level.WARNING, "Stripe cannot be asked right now", e);
            }
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** @return false when nothing is due, or when Stripe needs a rest */
    private boolean askNext() {
        Optional<Lookups.Wanted> wanted = lookups.next();
        if (wanted.isEmpty()) {
            return false;
        }
        StripeAnswer answer = ask(wanted.get());
        Contention.retried(() -> {
            lookups.answered(wanted.get(), answer);
            return null;
        });
        return !(answer instanceof StripeAnswer.Unavailable);
    }

    private StripeAnswer ask(Lookups.Wanted wanted) {
        try {
            return switch (wanted.kind()) {
                case PAYMENT -> gateway.paidBy(wanted.connectionId(), wanted.objectId());
                case CUSTOMER -> gateway.customer(wanted.connectionId(), wanted.objectId());
            };
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Stripe was not asked about " + wanted.objectId(), e);
            return new StripeAnswer.Unavailable("this server failed to");
        }
    }
}
