package org.conversions.commission.click;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.commission.ClickCommissions;
import org.conversions.commission.RewardedClicks;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.RewardTermsInForce;
import org.conversions.reward.RewardsInForce;

/** Counts a day's clicks on some links and settles their commissions, in the transaction of the caller. */
@Dependent
class DaySettlement {

    @Inject
    private RewardsInForce rewards;
    @Inject
    private ClickCounts counts;
    @Inject
    private ClickCommissions commissions;

    /** Of these links the clicks of one time are counted in one way, and so together. */
    private record Question(Instant from, Instant until, boolean byCountry) {
    }

    /** Settles what the owners of the links earn by their clicks on a day. Done again, it changes nothing. */
    void settle(ClickCommissions.Day day, Collection<LinkId> linkIds) {
        RewardTermsInForce terms = rewards.forClicks(day.workspaceId(), linkIds);
        commissions.announce(day, linkIds);
        Optional<Instant> removed = counts.removedBefore();
        Map<LinkId, List<ClickParts.Part>> parts = new LinkedHashMap<>();
        Map<Question, List<LinkId>> questions = new HashMap<>();
        for (LinkId linkId : linkIds) {
            List<ClickParts.Part> ofLink = ClickParts.of(terms, linkId, day.from(), day.until());
            if (ofLink.isEmpty() && !commissions.isThere(day, linkId)
                    || ofLink.stream().map(DaySettlement::question).anyMatch(question -> isLost(question, removed))) {
                continue;
            }
            parts.put(linkId, ofLink);
            ofLink.forEach(part -> questions.computeIfAbsent(question(part), none -> new ArrayList<>()).add(linkId));
        }
        Map<Question, Map<LinkId, Map<String, Long>>> answers = new HashMap<>();
        questions.forEach((question, links) -> answers.put(question, answer(day.workspaceId(), question, links)));
        parts.forEach((linkId, ofLink) -> commissions.settle(day, linkId, ofLink.stream()
                .map(part -> new RewardedClicks(part.credit(), answers.get(question(part)).getOrDefault(linkId, Map.of())))
                .toList()));
    }

    /** What was settled while the clicks were there stays. */
    private static boolean isLost(Question question, Optional<Instant> removed) {
        return question.byCountry() && removed.filter(question.from()::isBefore).isPresent();
    }

    private static Question question(ClickParts.Part part) {
        return new Question(part.from(), part.until(), part.looksAtCountries() || !part.isOfHours());
    }

    private Map<LinkId, Map<String, Long>> answer(WorkspaceId workspaceId, Question question, List<LinkId> links) {
        if (question.byCountry()) {
            return counts.byCountry(workspaceId, links, question.from(), question.until());
        }
        Map<LinkId, Map<String, Long>> answer = new HashMap<>();
        counts.inHours(workspaceId, links, question.from(), question.until())
                .forEach((linkId, clicks) -> answer.put(linkId, Map.of("", clicks)));
        return answer;
    }
}
