package org.conversions.stripe.lookup;

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
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.conversions.platform.NodeStops;
import org.conversions.platform.work.WorkLoop;
import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.api.StripeFees;
import org.conversions.stripe.api.StripeGateway;
import org.conversions.stripe.api.StripePromotions;
import org.conversions.stripe.connect.StripeAccesses;

/**
 * Asks Stripe about payments, customers and discounts, one after the other on a thread of its own: outside any transaction, and without
 * delay for others when Stripe is slow. Webhooks, the inbox and the refunds that can be placed go on meanwhile.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LookupWorker {

    private static final Logger LOG = System.getLogger(LookupWorker.class.getName());

    /** The time that a stop waits for what is being written. Stripe's answer, if it takes longer, is asked for again. */
    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Lookups lookups;
    @Inject
    private StripeAccesses accesses;
    @Inject
    private StripeGateway gateway;
    @Inject
    private StripePromotions promotions;
    @Inject
    private StripeFees fees;
    private final WorkLoop loop = new WorkLoop(LOG, "Stripe cannot be asked right now",
            Duration.ofSeconds(1), STOP_MAX, this::askNext);

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

    /** @return false when nothing is due, or when Stripe needs a rest */
    private boolean askNext() {
        Optional<Lookups.Wanted> wanted = lookups.next();
        if (wanted.isEmpty()) {
            return false;
        }
        StripeAnswer answer = ask(wanted.get());
        lookups.answered(wanted.get(), answer);
        return !(answer instanceof StripeAnswer.Unavailable);
    }

    private StripeAnswer ask(Lookups.Wanted wanted) {
        try {
            return accesses.of(wanted.connectionId()).map(access -> switch (wanted.kind()) {
                case PAYMENT -> gateway.paidBy(access, wanted.objectId());
                case CUSTOMER -> gateway.customer(access, wanted.objectId());
                case DISCOUNTS -> promotions.discountsOf(access, wanted.objectId());
                case FEE -> fees.of(access, FeeQuestions.saleKey(wanted.objectId()));
            }).orElseGet(StripeAnswer.NoKey::new);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Stripe was not asked about " + wanted.objectId(), e);
            return new StripeAnswer.Unavailable("this server failed to");
        }
    }
}
