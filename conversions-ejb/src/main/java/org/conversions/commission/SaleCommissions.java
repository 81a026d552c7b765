package org.conversions.commission;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.conversions.customer.ClicksRead;
import org.conversions.platform.id.SaleId;
import org.conversions.reward.Credit;
import org.conversions.reward.CreditDecision;
import org.conversions.reward.NoCredit;
import org.conversions.reward.Rewards;
import org.conversions.sale.SaleAdjusted;
import org.conversions.sale.SaleCorrected;
import org.conversions.sale.SaleEntryView;
import org.conversions.sale.SaleRecorded;
import org.conversions.sale.SaleView;
import org.conversions.sale.Sales;
import org.conversions.sale.SalesRead;

/**
 * Settles the commissions of a sale in the transaction of the sale: the partner of the link it goes back to gets
 * the part of its money that is left, and all others nothing. A commission stays in the currency it was earned in, whatever
 * the sale is stated in later.
 */
@Stateless
public class SaleCommissions {

    @Inject
    private CommissionLedger ledger;
    @Inject
    private Rewards rewards;
    @Inject
    private Sales sales;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** The key under which a transaction holds the decision about a sale that was recorded in it. */
    private record Decided(SaleId saleId) {
    }

    /** Announces the terms that sales by the links of several buyers are credited by. */
    public void announce(@Observes ClicksRead event) {
        rewards.announce(event.workspaceId(), event.linkIds());
    }

    /** Announces the commissions of sales that are about to change. */
    public void announce(@Observes SalesRead event) {
        ledger.announce(event.workspaceId(), event.saleIds().stream().map(SaleId::value).toList());
    }

    public void credit(@Observes SaleRecorded event) {
        ledger.begin(event.sale().workspaceId(), event.sale().id().value());
        transaction.putResource(new Decided(event.sale().id()), settle(event.sale(), List.of(), event.sale().paidAt()));
    }

    public void correct(@Observes SaleCorrected event) {
        List<SaleEntryView> entries = event.entriesAfter();
        settle(event.after(), locked(event.after()), entries.get(entries.size() - 1).at());
    }

    public void adjust(@Observes SaleAdjusted event) {
        settle(event.sale(), locked(event.sale()), event.at());
    }

    /** @return the partner whom a sale credits that was recorded in this transaction, or why it credits no partner */
    public CreditDecision decided(SaleView recorded) {
        return (CreditDecision) transaction.getResource(new Decided(recorded.id()));
    }

    private CreditDecision settle(SaleView sale, List<Commission> commissions, Instant at) {
        CreditDecision decision = decide(sale);
        boolean isNew = true;
        for (Commission commission : commissions) {
            Optional<Credit> credit = Optional.of(decision).filter(Credit.class::isInstance).map(Credit.class::cast)
                    .filter(found -> found.partnerId().equals(commission.partnerId));
            isNew &= credit.isEmpty();
            ledger.settle(commission, row -> follow(row, sale, credit),
                    credit.map(found -> Entitlement.of(sales.in(commission.currency, sale), found.terms()))
                            .orElse(Entitlement.NOTHING), at);
        }
        if (isNew && decision instanceof Credit credit) {
            ledger.settle(ledger.begin(sale.workspaceId(), sale.mode(), Commission.SALE, sale.id().value(), credit,
                            sale.amount().currency()),
                    row -> follow(row, sale, Optional.of(credit)), Entitlement.of(sale, credit.terms()), at);
        }
        return decision;
    }

    /** Decides who is credited: a reward of nothing makes no commission. */
    private CreditDecision decide(SaleView sale) {
        CreditDecision decision = rewards.forSales(sale.workspaceId(), List.of(sale.linkId()))
                .at(sale.linkId(), sale.paidAt());
        return decision instanceof Credit credit && Entitlement.of(sale, credit.terms()).earned() == 0
                ? NoCredit.NOTHING_EARNED : decision;
    }

    private List<Commission> locked(SaleView sale) {
        return ledger.locked(sale.workspaceId(), sale.id().value());
    }

    private static void follow(Commission commission, SaleView sale, Optional<Credit> credit) {
        commission.saleId = sale.id();
        commission.customerId = sale.customerId();
        commission.invoiceId = sale.invoiceId();
        commission.quantity = 1;
        commission.occurredAt = sale.paidAt();
        credit.ifPresent(found -> {
            commission.linkId = sale.linkId();
            commission.rewardTerms = found.terms().id();
        });
    }
}
