package org.conversions.reward;

import java.util.List;

/** Chooses the rewards that hold for the partners of a group. Pure. */
public final class GroupRewards {

    private GroupRewards() {
    }

    /**
     * @param all of the program
     * @return for each event the group's own, or else the one for all groups, in their order; without those of discount codes
     */
    public static List<RewardView> of(List<RewardView> all, String groupId) {
        return all.stream().filter(reward -> reward.discountCodeId() == null).filter(reward -> groupId.equals(reward.groupId()) || reward.groupId() == null
                && all.stream().noneMatch(own -> groupId.equals(own.groupId()) && own.event().equals(reward.event()))).toList();
    }
}
