package org.conversions.stripe.promotion;

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
import org.conversions.platform.work.WorkLoop;
import org.conversions.reward.discount.RetiredCodes;
import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.api.StripePromotions;
import org.conversions.stripe.connect.StripeAccesses;

/** Tells Stripe of codes that were ended here, one after the other on a thread of its own, until it has heard. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetiredCodesWorker {

    private static final Logger LOG = System.getLogger(RetiredCodesWorker.class.getName());
    /** The time that a stop waits for what is being written. */
    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private RetiredCodes retired;
    @Inject
    private StripeAccesses accesses;
    @Inject
    private StripePromotions promotions;
    private final WorkLoop loop = new WorkLoop(LOG, "Stripe cannot be told of ended codes right now", Duration.ofSeconds(1), STOP_MAX,
            this::tellNext);

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

    /** @return false when none is due, or when Stripe needs a rest */
    private boolean tellNext() {
        Optional<RetiredCodes.Retired> next = retired.next();
        if (next.isEmpty()) {
            return false;
        }
        RetiredCodes.Retired code = next.get();
        StripeAnswer answer = accesses.askable(code.workspaceId(), code.mode()).flatMap(accesses::of)
                .map(access -> promotions.retire(access, code.promotionCodeId())).orElseGet(StripeAnswer.NoKey::new);
        boolean done = !(answer instanceof StripeAnswer.Unavailable);
        retired.told(code.id(), done);
        return done;
    }
}
