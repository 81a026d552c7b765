package org.conversions.bounty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.conversions.partner.MoveRule;
import org.conversions.platform.Word;
import org.conversions.platform.id.WorkspaceId;

/** A row of bounty. */
@Entity
@Table(name = "bounty")
class Bounty {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "program_id")
    String programId;
    String name;
    String description;
    BountyKind kind;
    @Column(name = "reward_amount")
    Long rewardAmount;
    /** The figure of a performance bounty, or null. */
    String attribute;
    @Column(name = "least_value")
    Long leastValue;
    BountyScope scope;
    /** One a line; null for all. */
    @Column(name = "group_ids")
    String groupIds;
    @Column(name = "submissions_max")
    int submissionsMax;
    @Column(name = "holding_days")
    int holdingDays;
    @Column(name = "starts_at")
    Instant startsAt;
    @Column(name = "ends_at")
    Instant endsAt;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "archived_at")
    Instant archivedAt;
    /** The last partner whose figures were looked at in a round that is under way; empty at the beginning. */
    @Column(name = "cursor_id")
    String cursorId = "";
    /** True once all partners have been seen who were there when it began. */
    boolean begun;
    /** When to look at figures next; null for a bounty of which none count, or no more. */
    @Column(name = "due_at")
    Instant dueAt;

    /** @param draft checked */
    void write(BountyDraft draft) {
        name = draft.name();
        description = draft.description();
        kind = draft.kind();
        rewardAmount = draft.rewardAmount();
        attribute = draft.performance() == null ? null : draft.performance().attribute().text();
        leastValue = draft.performance() == null ? null : Long.valueOf(draft.performance().value());
        scope = draft.performance() == null ? null : draft.performance().scope();
        groupIds = draft.groupIds().isEmpty() ? null : String.join("\n", draft.groupIds());
        submissionsMax = draft.maxSubmissions();
        holdingDays = draft.holdingPeriodDays();
        startsAt = draft.startsAt();
        endsAt = draft.endsAt();
    }

    BountyDraft draft() {
        return new BountyDraft(name, description, kind, rewardAmount, attribute == null ? null : new Performance(
                Word.stored(MoveRule.Attribute.class, attribute), leastValue, scope), groupIds == null ? List.of()
                : groupIds.lines().toList(), submissionsMax, holdingDays, startsAt, endsAt);
    }

    BountyView view(String currency) {
        return new BountyView(id, draft(), currency, createdAt, archivedAt);
    }
}
