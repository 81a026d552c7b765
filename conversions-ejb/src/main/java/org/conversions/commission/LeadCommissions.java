package org.conversions.commission;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.customer.CustomerIdentified;
import org.conversions.lead.LeadCorrected;
import org.conversions.lead.LeadRecorded;
import org.conversions.lead.LeadView;
import org.conversions.lead.Leads;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.PartnerId;
import org.conversions.reward.Credit;
import org.conversions.reward.RewardsInForce;
import org.conversions.workspace.Workspaces;

/**
 * Settles the commissions of a buyer's leads in the transaction of the lead: each partner is rewarded once, for the
 * earliest lead that is known.
 */
@Stateless
public class LeadCommissions {

    @Inject
    private Clock clock;
    @Inject
    private CommissionLedger ledger;
    @Inject
    private CommissionGuard guard;
    @Inject
    private Leads leads;
    @Inject
    private RewardsInForce rewards;
    @Inject
    private RewardJudge judge;
    @Inject
    private Workspaces workspaces;

    /** Knows that no commission is there for a buyer who was just made. */
    public void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) CustomerIdentified event) {
        if (event.created()) {
            ledger.begin(event.workspaceId(), event.customerId().value());
        }
    }

    public void credit(@Observes LeadRecorded event) {
        settle(event.lead());
    }

    public void correct(@Observes LeadCorrected event) {
        LeadView after = event.after();
        if (after != null && !after.customerId().equals(event.before().customerId())) {
            move(event.before(), after.customerId());
            settle(event.before());
        }
        settle(after == null ? event.before() : after);
    }

    /** Moves the commissions of a buyer who turned out to be another one: what a partner earned stays one commission. */
    private void move(LeadView from, CustomerId into) {
        Set<PartnerId> there = ledger.locked(from.workspaceId(), into.value()).stream().map(commission -> commission.partnerId)
                .collect(Collectors.toSet());
        ledger.locked(from.workspaceId(), from.customerId().value()).stream()
                .filter(commission -> !there.contains(commission.partnerId))
                .forEach(commission -> {
                    commission.commissionKey = into.value();
                    commission.customerId = into;
                });
        ledger.moved(from.workspaceId());
    }

    private void settle(LeadView lead) {
        List<Commission> commissions = ledger.locked(lead.workspaceId(), lead.customerId().value());
        Map<PartnerId, LeadRewards.Rewarded> rewarded = new HashMap<>(rewarded(lead, commissions));
        for (Commission commission : commissions) {
            LeadRewards.Rewarded due = rewarded.remove(commission.partnerId);
            if (due == null) {
                ledger.settle(commission, row -> { }, Entitlement.NOTHING, clock.instant());
            } else {
                settle(commission, due, commission.judgement());
            }
        }
        rewarded.values().removeIf(due -> due.credit().banned());
        if (!rewarded.isEmpty()) {
            String currency = workspaces.get(lead.workspaceId()).decidingAt(lead.occurredAt()).currency();
            rewarded.values().forEach(due -> {
                Commission begun = ledger.begin(lead.workspaceId(), lead.mode(), Commission.LEAD, lead.customerId().value(),
                        due.credit(), currency);
                settle(begun, due, guard.judge(begun, due.lead().linkId(), due.lead().customerId()));
            });
        }
    }

    private Map<PartnerId, LeadRewards.Rewarded> rewarded(LeadView lead, List<Commission> commissions) {
        List<LeadView> ofCustomer = leads.of(lead.customerId());
        return LeadRewards.of(ofCustomer, rewards.forLeads(lead.workspaceId(),
                ofCustomer.stream().map(LeadView::linkId).collect(Collectors.toSet())), (of, credit) -> judge(of, credit, commissions));
    }

    private Judged judge(LeadView lead, Credit credit, List<Commission> commissions) {
        Commission made = commissions.stream().filter(commission -> commission.partnerId.equals(credit.partnerId())).findFirst().orElse(null);
        return judge.judge(lead, credit, made,
                () -> made != null ? made.currency : workspaces.get(lead.workspaceId()).decidingAt(lead.occurredAt()).currency());
    }

    private void settle(Commission commission, LeadRewards.Rewarded due, Judgement judgement) {
        ledger.settle(commission, row -> {
            row.customerId = due.lead().customerId();
            row.linkId = due.lead().linkId();
            row.leadId = due.lead().id();
            row.quantity = due.lead().quantity();
            row.occurredAt = due.lead().occurredAt();
            row.rewardTerms = due.credit().terms().id();
            row.rewardInputs = due.judged().inputs().text();
        }, Entitlement.of(due.earned()), clock.instant(), judgement, Said.NOTHING);
    }
}
