package org.conversions.stripe.transfer;

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
import org.conversions.stripe.api.StripeAccess;
import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.api.StripeTransfers;
import org.conversions.stripe.connect.StripeAccesses;

/** Makes the transfers that are due, one after the other on a thread of its own and outside any transaction. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TransferWorker {

    private static final System.Logger LOG = System.getLogger(TransferWorker.class.getName());

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Transfers transfers;
    @Inject
    private StripeAccesses accesses;
    @Inject
    private StripeTransfers stripe;

    private final WorkLoop loop = new WorkLoop(LOG, "Payouts cannot be sent right now", Duration.ofSeconds(1), Duration.ofSeconds(10),
            this::sendNext);

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

    private boolean sendNext() {
        Optional<Transfers.Due> next = transfers.next();
        next.ifPresent(due -> transfers.answered(due, accesses.of(due.connectionId()).map(access -> send(access, due))
                .orElseGet(StripeAnswer.NoKey::new)));
        return next.isPresent();
    }

    /** Stripe knows its keys for a day only: what was asked for before is looked for first. */
    private StripeAnswer send(StripeAccess access, Transfers.Due due) {
        TransferView transfer = due.transfer();
        if (due.asked()) {
            StripeAnswer before = stripe.find(access, transfer.payoutId());
            if (!(before instanceof StripeAnswer.Unknown)) {
                return before instanceof StripeAnswer.Refused refused ? new StripeAnswer.Unavailable(refused.reason()) : before;
            }
        }
        return stripe.transfer(access, new StripeTransfers.Order(due.key(), transfer.payoutId(), transfer.amount(), transfer.accountId()));
    }
}
