package org.conversions.bounty;

import java.time.Instant;
import java.util.List;
import org.conversions.money.StoredMoney;
import org.conversions.partner.GroupDraft;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/**
 * The merchant's description of a bounty. Pure.
 *
 * @param rewardAmount      minor units of the program's currency; null when it is said at the approval
 * @param performance       null for a submission bounty
 * @param groupIds          whose partners it is for; empty for all
 * @param maxSubmissions    how many of a partner may be approved; 1 for a performance bounty
 * @param holdingPeriodDays how long after the approval the commission is not due
 * @param startsAt          null for now
 * @param endsAt            not included; null for never
 */
public record BountyDraft(String name, String description, BountyKind kind, Long rewardAmount, Performance performance,
                          List<String> groupIds, int maxSubmissions, int holdingPeriodDays, Instant startsAt, Instant endsAt) {

    private static final int DESCRIPTION_MAX = 5_000;
    private static final int GROUPS_MAX = 100;
    static final int SUBMISSIONS_MAX = 10;

    public BountyDraft {
        groupIds = List.copyOf(groupIds);
    }

    /** @param begins when it begins @throws RequestRefused unprocessable, naming the field */
    BountyDraft checked(Instant begins) {
        if (name == null || name.isBlank() || name.length() > TextColumn.LENGTH_MAX) {
            throw RequestRefused.unprocessable("field_length_invalid", "name: must have 1 to " + TextColumn.LENGTH_MAX + " characters");
        }
        if (description != null && description.length() > DESCRIPTION_MAX) {
            throw RequestRefused.unprocessable("field_too_long", "description: must have at most " + DESCRIPTION_MAX + " characters");
        }
        if (rewardAmount != null) {
            checkAmount(rewardAmount);
        }
        if (kind == BountyKind.PERFORMANCE == (performance == null)) {
            throw RequestRefused.unprocessable("fields_conflicting", "performanceCondition: belongs to a performance bounty, which needs it");
        }
        if (groupIds.size() > GROUPS_MAX) {
            throw RequestRefused.unprocessable("field_count_invalid", "groupIds: must be at most " + GROUPS_MAX);
        }
        int most = kind == BountyKind.PERFORMANCE ? 1 : SUBMISSIONS_MAX;
        if (maxSubmissions < 1 || maxSubmissions > most) {
            throw RequestRefused.unprocessable("field_out_of_range", "maxSubmissions: must be 1 to " + most);
        }
        if (holdingPeriodDays < 0 || holdingPeriodDays > GroupDraft.HOLDING_DAYS_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range", "holdingPeriodDays: must be 0 to " + GroupDraft.HOLDING_DAYS_MAX);
        }
        if (endsAt != null && !endsAt.isAfter(begins)) {
            throw RequestRefused.unprocessable("field_out_of_range", "endsAt: must be after startsAt");
        }
        return new BountyDraft(name.strip(), description, kind, rewardAmount, performance, groupIds, maxSubmissions, holdingPeriodDays,
                begins, endsAt);
    }

    /** @throws RequestRefused unprocessable for an amount that cannot be */
    static void checkAmount(long amount) {
        if (amount < 1 || amount > StoredMoney.MINOR_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range", "rewardAmount: must be 1 to " + StoredMoney.MINOR_MAX);
        }
    }
}
