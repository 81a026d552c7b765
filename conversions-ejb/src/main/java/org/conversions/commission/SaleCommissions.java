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
import org.conversions.partner.CommissionBase;
import org.conversions.platform.id.SaleId;
import org.conversions.reward.Credit;
import org.conversions.reward.CreditDecision;
import org.conversions.reward.NoCredit;
import org.conversions.reward.RewardsInForce;
import org.conversions.sale.BuyersSales;
import org.conversions.sale.PastSale;
import org.conversions.sale.ProductsKnown;
import org.conversions.sale.SaleAdjusted;
import org.conversions.sale.SaleCorrected;
import org.conversions.sale.SaleCostsKnown;
import org.conversions.sale.SaleRecorded;
import org.conversions.sale.SaleView;
import org.conversions.sale.Sales;
import org.conversions.sale.SalesRead;
import org.conversions.sale.entry.SaleEntryView;

/**
 * Settles the commissions of a sale in the transaction of the sale: the partner of the link it goes back to gets
 * the part of its money that is left, and all others nothing. A commission stays in the currency it was earned in, whatever
 * the sale is stated in later.
 */
@Stateless
public class SaleCommissions {

    /** The word of entries that are made because another sale changed what is left of a spend limit. */
    private static final Said BY_LIMIT = new Said("spend_limit", null);

    @Inject
    private CommissionLedger ledger;
    @Inject
    private CommissionGuard guard;
    @Inject
    private RewardsInForce rewards;
    @Inject
    private Sales sales;
    @Inject
    private RewardJudge judge;
    @Inject
    private SpentRewards spent;
    @Inject
    private LimitedEarnings limited;
    @Inject
    private BuyersSales bought;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** Says what a sale earns, in the currency of the commission that it made before, or of the sale. */
    private interface Judging {

        Judged of(SaleView sale, Credit credit, Commission made);
    }

    /** The key under which a transaction holds the decision about a sale that was recorded in it. */
    private record Decided(SaleId saleId) {
    }

    /** Announces the terms that sales by the links of several buyers are credited by. */
    public void announce(@Observes ClicksRead event) {
        rewards.announce(event.workspaceId(), event.linkIds());
        guard.announce(event.workspaceId(), event.linkIds());
        spent.announce(event.workspaceId(), event.linkIds());
        bought.announce(event.workspaceId(), event.customerIds());
    }

    /** Announces the commissions of sales that are about to change. */
    public void announce(@Observes SalesRead event) {
        ledger.announce(event.workspaceId(), event.saleIds().stream().map(SaleId::value).toList());
    }

    public void credit(@Observes SaleRecorded event) {
        ledger.begin(event.sale().workspaceId(), event.sale().id().value());
        transaction.putResource(new Decided(event.sale().id()), settle(event.sale(), List.of(), event.sale().paidAt(), true));
        settleAfter(event.sale(), event.sale().paidAt());
    }

    public void correct(@Observes SaleCorrected event) {
        List<SaleEntryView> entries = event.entriesAfter();
        Instant at = entries.get(entries.size() - 1).at();
        settle(event.after(), locked(event.after()), at, true);
        settleAfter(event.after(), at);
        if (!event.before().origin().equals(event.after().origin()) || !event.before().paidAt().equals(event.after().paidAt())) {
            settleAfter(event.before(), at);
        }
    }

    /** Money that goes back never makes a commission where there was none. */
    public void adjust(@Observes SaleAdjusted event) {
        settle(event.sale(), locked(event.sale()), event.at(), false);
        settleAfter(event.sale(), event.at());
    }

    public void learn(@Observes ProductsKnown event) {
        if (decision(event.sale()) instanceof Credit credit && credit.terms().looksAtProducts()) {
            settle(event.sale(), locked(event.sale()), event.sale().paidAt(), true);
        }
    }

    public void learn(@Observes SaleCostsKnown event) {
        if (decision(event.sale()) instanceof Credit credit && credit.base() == CommissionBase.NET_WITHOUT_FEES) {
            settle(event.sale(), locked(event.sale()), event.sale().paidAt(), true);
        }
    }

    /** Settles what the buyer bought later, where it matters what was bought before. */
    private void settleAfter(SaleView sale, Instant at) {
        if (!rewards.forSales(sale.workspaceId(), List.of(sale.linkId())).looksAtHistory() || isLast(sale)) {
            return;
        }
        sales.after(sale).forEach(later -> settle(later, locked(later), at, true));
    }

    /** @return the partner whom a sale credits that was recorded in this transaction, or why it credits no partner */
    public CreditDecision decided(SaleView recorded) {
        return (CreditDecision) transaction.getResource(new Decided(recorded.id()));
    }

    /**
     * Settles a sale by what there is room for under its limit by now. A correction is of the moment in which the sale was paid.
     *
     * @return false when the partner earns nothing by it any more that is limited
     */
    public boolean limit(LimitedEarning earning, Judged judged) {
        SaleView sale = sales.locked(earning.workspaceId(), earning.saleId());
        if (!(decision(sale) instanceof Credit credit) || !credit.partnerId().equals(earning.kind().partnerId())
                || credit.terms().limits().spendLimit() == null) {
            return false;
        }
        List<Commission> commissions = locked(sale);
        List<SaleEntryView> entries = sales.entries(List.of(sale.id())).getOrDefault(sale.id(), List.of());
        settle(sale, commissions, commissions.isEmpty() ? entries.get(entries.size() - 1).at() : sale.paidAt(), true,
                (known, by, made) -> judged, BY_LIMIT);
        return true;
    }

    private CreditDecision settle(SaleView sale, List<Commission> commissions, Instant at, boolean mayBegin) {
        return settle(sale, commissions, at, mayBegin, judge::judge, Said.NOTHING);
    }

    /** @param mayBegin false when only the commissions that there are may change @param said of those */
    private CreditDecision settle(SaleView sale, List<Commission> commissions, Instant at, boolean mayBegin, Judging judging,
                                  Said said) {
        CreditDecision decision = decision(sale);
        boolean isNew = true;
        for (Commission commission : commissions) {
            Optional<Credit> credit = Optional.of(decision).filter(Credit.class::isInstance).map(Credit.class::cast)
                    .filter(found -> found.partnerId().equals(commission.partnerId));
            isNew &= credit.isEmpty();
            SaleView inItsCurrency = sales.in(commission.currency, sale);
            Optional<Judged> judged = credit.map(found -> judging.of(inItsCurrency, found, commission));
            if (mayBegin) {
                judged.ifPresent(found -> limited.keep(inItsCurrency, credit.get(), found));
            }
            ledger.settle(commission, row -> follow(row, sale, credit, judged),
                    judged.map(found -> Entitlement.of(inItsCurrency, found.earned())).orElse(Entitlement.NOTHING), at,
                    commission.judgement(), said);
        }
        if (!isNew || !(decision instanceof Credit credit)) {
            return decision;
        }
        if (credit.banned()) {
            return NoCredit.PARTNER_BANNED;
        }
        Judged judged = judging.of(sale, credit, null);
        if (mayBegin) {
            limited.keep(sale, credit, judged);
        }
        if (judged.earned() == 0) {
            return NoCredit.NOTHING_EARNED;
        }
        if (mayBegin) {
            Commission begun = ledger.begin(sale.workspaceId(), sale.mode(), Commission.SALE, sale.id().value(), credit,
                    sale.amount().currency());
            begun.turnName = credit.terms().limits().spendLimit() == null ? null : sale.saleKey();
            ledger.settle(begun, row -> follow(row, sale, Optional.of(credit), Optional.of(judged)), Entitlement.of(sale, judged.earned()), at,
                    guard.judge(begun, sale.linkId(), sale.customerId()), Said.NOTHING);
        }
        return decision;
    }

    private CreditDecision decision(SaleView sale) {
        return rewards.forSales(sale.workspaceId(), List.of(sale.linkId())).at(sale.linkId(), sale.codeId(), sale.paidAt());
    }

    private boolean isLast(SaleView sale) {
        List<PastSale> known = bought.of(sale.workspaceId(), sale.customerId()).sales();
        return known.isEmpty() || !known.get(known.size() - 1).paidAt().isAfter(sale.paidAt())
                && known.stream().noneMatch(other -> !other.id().equals(sale.id()) && other.paidAt().equals(sale.paidAt()));
    }

    private List<Commission> locked(SaleView sale) {
        return ledger.locked(sale.workspaceId(), sale.id().value());
    }

    private static void follow(Commission commission, SaleView sale, Optional<Credit> credit, Optional<Judged> judged) {
        commission.saleId = sale.id();
        commission.customerId = sale.customerId();
        commission.invoiceId = sale.invoiceId();
        commission.quantity = 1;
        commission.occurredAt = sale.paidAt();
        credit.ifPresent(found -> {
            commission.linkId = sale.linkId();
            commission.rewardTerms = found.terms().id();
        });
        judged.ifPresent(found -> commission.rewardInputs = found.inputs().text());
    }
}
