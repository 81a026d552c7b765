package org.conversions.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.RetryOnConflict;

/**
 * Gives each sale under a spend limit the room that is there at its turn, in the order in which the sales were paid, whatever the
 * order in which they became known. A sale is decided at once by what is known; what becomes known late, or at the same time in
 * another transaction, has those looked at again that come after it. What they earn less or more then is a correction at their own
 * time: of a draft it leaves the draft, and of what is confirmed or paid it is taken back from the next payout.
 *
 * <p>A step looks at some sales, and the next one goes on from there: only those are settled whose earnings change.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional
class LimitSteps {

    /** Bounds the sales of one transaction. */
    static final int SALES_MAX = 200;

    @Inject
    private LimitChanges changes;
    @Inject
    private LimitedEarnings limited;
    @Inject
    private SpentRewards spent;
    @Inject
    private SaleCommissions commissions;

    /** @return whose earnings have waited longest to be looked at */
    Optional<LimitChanges.Whose> first() {
        return changes.first();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void step(LimitChanges.Whose whose) {
        LimitChanges.Taken taken = changes.take(whose);
        if (taken.ids().isEmpty()) {
            return;
        }
        List<LimitedEarning> earnings = limited.from(taken.workspaceId(), taken.kind(), taken.from(), SALES_MAX + 1);
        earnings.stream().limit(SALES_MAX).forEach(this::look);
        changes.done(taken);
        if (earnings.size() > SALES_MAX) {
            LimitedEarning next = earnings.get(SALES_MAX);
            changes.add(taken.workspaceId(), taken.kind(), new LimitChanges.Place(next.paidAt(), next.saleKey()));
        }
    }

    /** Lets all others go first. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void postpone(LimitChanges.Whose whose) {
        LimitChanges.Taken taken = changes.take(whose);
        if (!taken.ids().isEmpty()) {
            changes.done(taken);
            changes.add(taken.workspaceId(), taken.kind(), taken.from());
        }
    }

    private void look(LimitedEarning earning) {
        Judged judged = earning.within(spent.room(earning.limit(), earning.workspaceId(), earning.kind(), earning.turn()));
        if (judged.earned() != earning.granted() && !commissions.limit(earning, judged)) {
            limited.drop(earning);
        }
    }
}
