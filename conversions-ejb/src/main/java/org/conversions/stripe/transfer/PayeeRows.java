package org.conversions.stripe.transfer;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.audit.AuditTrail;
import org.conversions.payout.profile.PayoutAccount;
import org.conversions.payout.profile.PayoutProfileView;
import org.conversions.payout.profile.PayoutProfiles;
import org.conversions.payout.profile.ProfileChanges;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** The rows of partners' accounts at Stripe, each step in a transaction of its own: Stripe is asked between them. */
@ApplicationScoped
@RetryOnConflict
@Transactional(Transactional.TxType.REQUIRES_NEW)
class PayeeRows {

    /** The shortest time between two questions about an account that nobody looks at, and how long they are asked. */
    static final Duration ASKED_EVERY = Duration.ofMinutes(10);
    static final Duration ASKED_FOR = Duration.ofDays(60);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private ProfileChanges changes;
    @Inject
    private PayoutProfiles profiles;
    @Inject
    private AuditTrail trail;

    /** An account. */
    record Known(ConnectionId connectionId, String accountId, boolean ready) {
    }

    Optional<Known> find(WorkspaceId workspaceId, PartnerId partnerId) {
        return Optional.ofNullable(database.find(StripePayee.class, partnerId)).filter(row -> row.workspaceId.equals(workspaceId))
                .map(PayeeRows::known);
    }

    /** Keeps an account that was made. Of two who make one at once, both have the one that Stripe made. */
    Known keep(WorkspaceId workspaceId, PartnerId partnerId, ConnectionId connectionId, String accountId) {
        StripePayee row = database.find(StripePayee.class, partnerId);
        if (row == null) {
            row = new StripePayee();
            row.partnerId = partnerId;
            row.workspaceId = workspaceId;
            row.connectionId = connectionId;
            row.accountId = accountId;
            row.createdAt = clock.instant();
            row.dueAt = row.createdAt.plus(ASKED_EVERY);
            database.persist(row);
            trail.record(workspaceId, "stripe_account_made", partnerId.value(), Map.of("account", accountId));
            database.flush();
        }
        return known(row);
    }

    /** A partner of whom Stripe is to be asked. */
    record Waiting(WorkspaceId workspaceId, PartnerId partnerId) {
    }

    /**
     * Takes a partner of whom Stripe is to be asked, who comes again later: less and less often, and not any more after some time.
     *
     * @return empty when nobody is due
     */
    Optional<Waiting> next() {
        Instant now = clock.instant();
        List<?> rows = database.createNativeQuery("select p.* from stripe_payee p where p.due_at > :longAgo and p.due_at <= :now"
                        + " order by p.due_at limit 1 for update skip locked", StripePayee.class)
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(now)).getResultList();
        return rows.stream().findFirst().map(StripePayee.class::cast).map(row -> {
            Duration age = Duration.between(row.createdAt, now);
            Duration pause = age.dividedBy(10);
            row.dueAt = age.compareTo(ASKED_FOR) > 0 ? null : now.plus(pause.compareTo(ASKED_EVERY) > 0 ? pause : ASKED_EVERY);
            return new Waiting(row.workspaceId, row.partnerId);
        });
    }

    /** Has Stripe asked again soon of a partner who goes on there. */
    void goesOn(PartnerId partnerId) {
        StripePayee row = database.find(StripePayee.class, partnerId, LockModeType.PESSIMISTIC_WRITE);
        row.dueAt = row.readyAt == null ? clock.instant().plus(ASKED_EVERY) : null;
    }

    /** Notes that money can be sent to an account, which has the partner paid there: at once, or after the waiting time of a change. */
    void ready(WorkspaceId workspaceId, PartnerId partnerId) {
        StripePayee row = database.find(StripePayee.class, partnerId, LockModeType.PESSIMISTIC_WRITE);
        if (row.readyAt != null) {
            return;
        }
        row.readyAt = clock.instant();
        row.dueAt = null;
        changes.set(workspaceId, partnerId, PayoutAccount.Draft.ofStripe(row.accountId,
                profiles.find(workspaceId, partnerId).map(PayoutProfileView::account).orElse(null)));
    }

    private static Known known(StripePayee row) {
        return new Known(row.connectionId, row.accountId, row.readyAt != null);
    }
}
