package org.conversions.commission;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.conversions.conversion.SaleRecorded;
import org.conversions.conversion.SaleAdjusted;
import org.conversions.conversion.SaleView;
import org.conversions.partner.Credit;
import org.conversions.partner.Rewards;
import org.conversions.platform.Ids;

/** Credits the partner of a sale and takes the credit back with the money, in the transaction of the sale. */
@Stateless
public class SaleCommissions {

    private record Earned(Commission commission, long earnings, long earningsTakenBack) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Rewards rewards;
    @Inject
    private Event<CommissionEarned> earned;
    @Inject
    private Event<CommissionTakenBack> takenBack;

    public void credit(@Observes SaleRecorded event) {
        SaleView sale = event.sale();
        Optional<Credit> credit = rewards.creditForSale(sale.workspaceId(), sale.linkId(), sale.paidAt());
        if (credit.isEmpty()) {
            return; // nobody's link, or nothing promised for it at the time: the sale stands for itself
        }
        long earnings = credit.get().terms().earnings(sale.amount().minor());
        if (earnings == 0) {
            return; // a reward of nothing makes no commission
        }
        Commission commission = commission(sale, credit.get());
        database.persist(commission);
        add(commission, event.entryId(), CommissionEntry.EARNED, sale.amount().minor(), earnings, sale.paidAt());
        earned.fire(new CommissionEarned(commission.id, commission.partnerId, sale.id(), earnings,
                commission.currency));
    }

    public void takeBack(@Observes SaleAdjusted event) {
        Optional<Earned> found = earnedBy(event.sale());
        if (found.isEmpty()) {
            return; // the sale credited nobody
        }
        Commission commission = found.get().commission();
        long earnings = ClawbackPolicy.toTakeBack(found.get().earnings(), found.get().earningsTakenBack(),
                event.sale().takenBack());
        if (event.amount() == 0 && earnings == 0) {
            return; // a larger refund was told before
        }
        add(commission, event.entryId(), CommissionEntry.REFUND, -event.amount(), -earnings, event.at());
        if (found.get().earningsTakenBack() + earnings == found.get().earnings()) {
            commission.status = Commission.REFUNDED;
        }
        commission.updatedAt = clock.instant();
        takenBack.fire(new CommissionTakenBack(commission.id, commission.partnerId, event.sale().id(), earnings,
                commission.currency));
    }

    private Optional<Earned> earnedBy(SaleView sale) {
        Optional<Commission> commission = database.createQuery("select c from Commission c where c.saleId = :sale"
                        + " and c.workspaceId = :workspace", Commission.class)
                .setParameter("sale", sale.id()).setParameter("workspace", sale.workspaceId())
                .getResultStream().findFirst();
        return commission.map(found -> {
            Object[] sums = database.createQuery("select sum(case when e.earnings > 0 then e.earnings else 0 end),"
                            + " sum(case when e.earnings < 0 then -e.earnings else 0 end)"
                            + " from CommissionEntry e where e.commissionId = :commission", Object[].class)
                    .setParameter("commission", found.id).getSingleResult();
            return new Earned(found, (Long) sums[0], (Long) sums[1]);
        });
    }

    private Commission commission(SaleView sale, Credit credit) {
        Instant now = clock.instant();
        Commission commission = new Commission();
        commission.id = Ids.next("cm", clock);
        commission.workspaceId = sale.workspaceId();
        commission.mode = sale.mode().text();
        commission.programId = credit.programId();
        commission.partnerId = credit.partnerId();
        commission.customerId = sale.customerId();
        commission.linkId = sale.linkId();
        commission.saleId = sale.id();
        commission.invoiceId = sale.invoiceId();
        commission.rewardTerms = credit.terms().id();
        commission.type = Commission.SALE;
        commission.status = Commission.PENDING;
        commission.quantity = 1;
        commission.currency = sale.amount().currency();
        commission.occurredAt = sale.paidAt();
        commission.createdAt = now;
        commission.updatedAt = now;
        return commission;
    }

    private void add(Commission commission, String saleEntryId, String kind, long amount, long earnings, Instant at) {
        CommissionEntry entry = new CommissionEntry();
        entry.id = Ids.next("ce", clock);
        entry.commissionId = commission.id;
        entry.workspaceId = commission.workspaceId;
        entry.saleEntryId = saleEntryId;
        entry.kind = kind;
        entry.amount = amount;
        entry.earnings = earnings;
        entry.occurredAt = at;
        entry.recordedAt = clock.instant();
        database.persist(entry);
    }
}
