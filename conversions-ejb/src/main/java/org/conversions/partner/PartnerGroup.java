package org.conversions.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import org.conversions.platform.Ids;
import org.conversions.platform.id.WorkspaceId;

/** A row of partner_group. */
@Entity
@Table(name = "partner_group")
class PartnerGroup {

    private static final String DEFAULT_NAME = "Default";

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "program_id")
    String programId;
    String name;
    String slug;
    String color;
    /** True or null. */
    @Column(name = "is_default")
    Boolean isDefault;
    @Column(name = "holding_days")
    int holdingDays;
    @Column(name = "auto_approve")
    boolean autoApprove;
    @Column(name = "partner_links_max")
    int partnerLinksMax;
    /** JSON. */
    @Column(name = "link_defaults")
    String linkDefaults;
    /** JSON; null for none. */
    @Column(name = "move_rules")
    String moveRules;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;

    static PartnerGroup begin(Program program, GroupDraft draft, boolean isDefault, Clock clock) {
        PartnerGroup group = new PartnerGroup();
        group.id = Ids.next("grp", clock);
        group.workspaceId = program.workspaceId;
        group.programId = program.id;
        group.isDefault = isDefault ? true : null;
        group.createdAt = clock.instant();
        group.write(draft, group.createdAt);
        return group;
    }

    /** The group that a program has from the start. */
    static PartnerGroup first(Program program, Clock clock) {
        return begin(program, GroupDraft.named(DEFAULT_NAME), true, clock);
    }

    /** @param draft checked */
    void write(GroupDraft draft, Instant now) {
        name = draft.name();
        slug = draft.slug();
        color = draft.color();
        holdingDays = draft.holdingPeriodDays();
        autoApprove = draft.autoApprove();
        partnerLinksMax = draft.maxPartnerLinks();
        linkDefaults = draft.linkDefaults().json().toString();
        moveRules = draft.moveRules().isEmpty() ? null : MoveRule.write(draft.moveRules()).toString();
        updatedAt = now;
    }

    GroupDraft draft() {
        return new GroupDraft(name, slug, color, holdingDays, autoApprove, partnerLinksMax, LinkDefaults.stored(linkDefaults),
                MoveRule.stored(moveRules));
    }

    GroupView view(long partners) {
        return new GroupView(id, programId, isDefault != null, draft(), partners, createdAt, updatedAt);
    }
}
