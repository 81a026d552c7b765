package org.conversions.commission;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conversions.lead.LeadView;
import org.conversions.platform.id.PartnerId;
import org.conversions.reward.Credit;
import org.conversions.reward.RewardTermsInForce;

/**
 * Chooses the leads of a buyer that are rewarded: for each partner one, the earliest by which something is earned.
 * Pure: the same leads in any order give the same answer.
 */
final class LeadRewards {

    /** At the same moment by name, then the one that earns more: the rest earns the same. */
    private static final Comparator<Rewarded> EARLIEST = Comparator
            .comparing((Rewarded rewarded) -> rewarded.lead().occurredAt())
            .thenComparing(rewarded -> rewarded.lead().eventName())
            .thenComparing(Comparator.comparingLong(Rewarded::earned).reversed())
            .thenComparing(rewarded -> rewarded.lead().id());

    /** A lead that a partner is rewarded for. @param earned minor units, more than 0 */
    record Rewarded(LeadView lead, Credit credit, Judged judged) {

        long earned() {
            return judged.earned();
        }
    }

    /** Says what a partner earns by a lead. */
    interface Judge {

        Judged of(LeadView lead, Credit credit);
    }

    private LeadRewards() {
    }

    /**
     * @param leads    of one buyer
     * @param terms of the leads' links
     * @return by the partner's id
     */
    static Map<PartnerId, Rewarded> of(Collection<LeadView> leads, RewardTermsInForce terms, Judge judge) {
        List<Rewarded> rewarded = leads.stream().filter(LeadView::rewardable)
                .flatMap(lead -> terms.at(lead.linkId(), lead.codeId(), lead.occurredAt()) instanceof Credit credit
                        ? Stream.of(new Rewarded(lead, credit, judge.of(lead, credit))) : Stream.empty())
                .filter(found -> found.earned() > 0).sorted(EARLIEST).toList();
        Map<PartnerId, Rewarded> first = new LinkedHashMap<>();
        rewarded.forEach(found -> first.putIfAbsent(found.credit().partnerId(), found));
        return first;
    }
}
