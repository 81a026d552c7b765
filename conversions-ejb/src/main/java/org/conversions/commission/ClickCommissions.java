package org.conversions.commission;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.Credit;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/**
 * Settles the commissions of clicks in the transaction of the caller: a partner has one for each link and day, which was earned
 * at the end of the day. Clicks have no mode, and are rewarded as live ones.
 */
@Dependent
public class ClickCommissions {

    @Inject
    private CommissionLedger ledger;
    @Inject
    private SpentRewards spent;
    @Inject
    private Workspaces workspaces;

    /** A day of a workspace. @param until not included */
    public record Day(WorkspaceId workspaceId, Instant from, Instant until) {

        private String key(LinkId linkId) {
            return linkId + "-" + from;
        }

        /** The last second of it: the next midnight is of another day. */
        private Instant end() {
            return until.minusSeconds(1);
        }
    }

    /** Reads and locks what the links' owners have earned on a day, of all of them at once. */
    public void announce(Day day, Collection<LinkId> linkIds) {
        ledger.announce(day.workspaceId(), linkIds.stream().map(day::key).toList());
    }

    /** @return whether anybody has a commission for the clicks on a link on a day; it is locked from then on */
    public boolean isThere(Day day, LinkId linkId) {
        return !ledger.locked(day.workspaceId(), day.key(linkId)).isEmpty();
    }

    /** Settles the commissions for a day's clicks on a link. @param clicks in the order of time, those that nobody is credited for left out */
    public void settle(Day day, LinkId linkId, List<RewardedClicks> clicks) {
        Map<PartnerId, List<RewardedClicks>> byPartner = clicks.stream().collect(Collectors.groupingBy(
                part -> part.credit().partnerId(), LinkedHashMap::new, Collectors.toList()));
        for (Commission commission : ledger.locked(day.workspaceId(), day.key(linkId))) {
            List<RewardedClicks> parts = byPartner.remove(commission.partnerId);
            if (parts == null) {
                ledger.settle(commission, row -> { }, Entitlement.NOTHING, day.end());
            } else {
                settle(commission, day, linkId, parts, sum(day, linkId, parts, commission.currency));
            }
        }
        String currency = workspaces.get(day.workspaceId()).decidingAt(day.end()).currency();
        byPartner.values().forEach(parts -> begin(day, linkId, parts, currency));
    }

    private void begin(Day day, LinkId linkId, List<RewardedClicks> parts, String currency) {
        Credit credit = parts.get(parts.size() - 1).credit();
        RewardedClicks.Sum sum = sum(day, linkId, parts, currency);
        if (sum.earned() > 0 && !credit.banned()) {
            Commission begun = ledger.begin(day.workspaceId(), Mode.LIVE, Commission.CLICK, day.key(linkId), credit, currency);
            settle(begun, day, linkId, parts, sum);
        }
    }

    private RewardedClicks.Sum sum(Day day, LinkId linkId, List<RewardedClicks> parts, String currency) {
        return RewardedClicks.sum(parts, credit -> spent.room(credit.terms().limits().spendLimit(), day.workspaceId(), Mode.LIVE, credit,
                Commission.CLICK, currency, new Turn(day.end(), day.key(linkId), null)));
    }

    private void settle(Commission commission, Day day, LinkId linkId, List<RewardedClicks> parts, RewardedClicks.Sum sum) {
        ledger.settle(commission, row -> {
            row.linkId = linkId;
            row.quantity = Math.toIntExact(sum.clicks());
            row.occurredAt = day.end();
            row.rewardTerms = parts.get(parts.size() - 1).credit().terms().id();
            row.rewardInputs = sum.inputs().text();
        }, Entitlement.of(sum.earned()), day.end());
    }
}
