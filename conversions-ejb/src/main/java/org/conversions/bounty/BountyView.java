package org.conversions.bounty;

import java.time.Instant;

/**
 * A bounty as it stands.
 *
 * @param currency   of the reward, in lower case
 * @param archivedAt when it was ended before its time; null for not
 */
public record BountyView(String id, BountyDraft draft, String currency, Instant createdAt, Instant archivedAt) {

    /** @return whether partners can earn it at a time */
    public boolean isOpenAt(Instant at) {
        return archivedAt == null && !draft.startsAt().isAfter(at) && (draft.endsAt() == null || draft.endsAt().isAfter(at));
    }

    /** @return whether it is for the partners of a group */
    public boolean isFor(String groupId) {
        return draft.groupIds().isEmpty() || draft.groupIds().contains(groupId);
    }
}
