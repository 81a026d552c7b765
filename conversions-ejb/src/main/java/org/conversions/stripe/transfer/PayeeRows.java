package org.conversions.stripe.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
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
            database.persist(row);
            trail.record(workspaceId, "stripe_account_made", partnerId.value(), Map.of("account", accountId));
            database.flush();
        }
        return known(row);
    }

    /** Notes that money can be sent to an account, which has the partner paid there: at once, or after the waiting time of a change. */
    void ready(WorkspaceId workspaceId, PartnerId partnerId) {
        StripePayee row = database.find(StripePayee.class, partnerId, LockModeType.PESSIMISTIC_WRITE);
        if (row.readyAt != null) {
            return;
        }
        row.readyAt = clock.instant();
        changes.set(workspaceId, partnerId, PayoutAccount.Draft.ofStripe(row.accountId,
                profiles.find(workspaceId, partnerId).map(PayoutProfileView::account).orElse(null)));
    }

    private static Known known(StripePayee row) {
        return new Known(row.connectionId, row.accountId, row.readyAt != null);
    }
}
