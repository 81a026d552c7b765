package org.conversions.partner.move;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conversions.partner.MoveRule;

/** Chooses the group that a partner is moved into. Pure. */
final class GroupChoice {

    /** A group to move into. @param reason the rules that hold, for people */
    record Move(String groupId, String reason) {
    }

    private GroupChoice() {
    }

    /**
     * Of several groups whose rules hold it is the newest one: steps are made from the bottom up. Where no rules hold, the partner
     * stays, also in a group whose rules hold no more.
     *
     * @param rules by group, those of the oldest first
     * @return empty when the partner stays
     */
    static Optional<Move> of(String groupId, Map<String, List<MoveRule>> rules, MoveRule.Standing standing) {
        Move last = null;
        for (Map.Entry<String, List<MoveRule>> group : rules.entrySet()) {
            if (!group.getValue().isEmpty() && group.getValue().stream().allMatch(rule -> rule.holds(standing))) {
                last = new Move(group.getKey(), group.getValue().stream().map(rule -> rule.explain(standing))
                        .collect(Collectors.joining(", ")));
            }
        }
        return Optional.ofNullable(last).filter(move -> !move.groupId().equals(groupId));
    }
}
