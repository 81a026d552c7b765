package org.conversions.partner;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;

/** The groups of a program's partners. Every program has one from the start, which cannot be deleted. */
@Stateless
public class Groups {

    /** Bounds the groups of a program. */
    public static final int PER_PROGRAM_MAX = 100;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Programs programs;
    @Inject
    private AuditTrail trail;
    @Inject
    private Event<GroupDeleted> deleted;
    @Inject
    private Event<MoveRulesChanged> rulesChanged;

    /** @return all of the workspace's own program, the oldest first */
    public List<GroupView> list(WorkspaceId workspaceId) {
        Map<String, Long> partners = database.createQuery("select e.groupId, count(e.partnerId) from Enrollment e"
                        + " where e.workspaceId = :workspace and e.programId = :program group by e.groupId", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("program", programs.defaultOf(workspaceId)).getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
        return rows(workspaceId).stream().map(group -> group.view(partners.getOrDefault(group.id, 0L))).toList();
    }

    /** @throws RequestRefused not found */
    public GroupView get(WorkspaceId workspaceId, String groupId) {
        return view(found(workspaceId, groupId, LockModeType.NONE));
    }

    /** @return what a group of any program of the workspace says, which is there */
    public GroupDraft draftOf(WorkspaceId workspaceId, String groupId) {
        return database.createQuery("select g from PartnerGroup g where g.workspaceId = :workspace and g.id = :id", PartnerGroup.class)
                .setParameter("workspace", workspaceId).setParameter("id", groupId).getSingleResult().draft();
    }

    /**
     * @throws RequestRefused unprocessable for what cannot be; conflict when a group has the slug; forbidden when the program
     *                        has as many groups as it may have
     */
    public GroupView create(WorkspaceId workspaceId, GroupDraft draft) {
        GroupDraft checked = draft.checked();
        Program program = database.find(Program.class, programs.lockedDefaultOf(workspaceId));
        if (rows(workspaceId).size() >= PER_PROGRAM_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A program has at most " + PER_PROGRAM_MAX + " groups.");
        }
        PartnerGroup group = PartnerGroup.begin(program, checked, false, clock);
        refuseTakenSlug(group);
        database.persist(group);
        database.flush();
        recorded(group, "made");
        rulesChanged(group, GroupDraft.EMPTY, checked);
        return group.view(0);
    }

    /** @throws RequestRefused as {@link #create}; not found */
    public GroupView update(WorkspaceId workspaceId, String groupId, UnaryOperator<GroupDraft> change) {
        PartnerGroup group = found(workspaceId, groupId, LockModeType.PESSIMISTIC_WRITE);
        GroupDraft before = group.draft();
        GroupDraft after = change.apply(before).checked();
        if (!after.equals(before)) {
            group.write(after, clock.instant());
            refuseTakenSlug(group);
            recorded(group, "changed");
            rulesChanged(group, before, after);
        }
        return view(group);
    }

    /**
     * Deletes a group; its partners are in the default one from now on, and its rewards end.
     *
     * @throws RequestRefused not found; conflict for the default one
     */
    public String delete(WorkspaceId workspaceId, String groupId) {
        PartnerGroup group = found(workspaceId, groupId, LockModeType.PESSIMISTIC_WRITE);
        if (group.isDefault != null) {
            throw RequestRefused.conflict("group_is_default", "The default group cannot be deleted.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        deleted.fire(new GroupDeleted(workspaceId, groupId, now));
        database.createNativeQuery("update enrollment set past_standings = concat(coalesce(past_standings, ''), :until, status, :was),"
                        + " group_id = :otherwise where workspace_id = :workspace and group_id = :group")
                .setParameter("until", now + " ").setParameter("was", " " + groupId + "\n")
                .setParameter("otherwise", defaultOf(workspaceId, group.programId)).setParameter("workspace", workspaceId)
                .setParameter("group", groupId).executeUpdate();
        database.remove(group);
        recorded(group, "deleted");
        return groupId;
    }

    /** @return the group that a partner of the program is in who is given no other */
    public String defaultOf(WorkspaceId workspaceId, String programId) {
        return database.createQuery("select g.id from PartnerGroup g where g.workspaceId = :workspace"
                        + " and g.programId = :program and g.isDefault = true", String.class)
                .setParameter("workspace", workspaceId).setParameter("program", programId).getSingleResult();
    }

    /**
     * Keeps a group from being deleted until the commit.
     *
     * @param field where it is named
     * @throws RequestRefused unprocessable when there is no such group in the workspace's program
     */
    public void check(WorkspaceId workspaceId, String field, String groupId) {
        if (groupId != null && find(workspaceId, groupId, LockModeType.PESSIMISTIC_READ).isEmpty()) {
            throw RequestRefused.unprocessable("group_not_found", field + ": there is no such group");
        }
    }

    private void rulesChanged(PartnerGroup group, GroupDraft before, GroupDraft after) {
        if (!after.moveRules().isEmpty() && !after.moveRules().equals(before.moveRules())) {
            rulesChanged.fire(new MoveRulesChanged(group.workspaceId, group.programId));
        }
    }

    /** @return the rules of the groups of a program that have any, by group, those of the oldest first */
    public Map<String, List<MoveRule>> moveRules(WorkspaceId workspaceId, String programId) {
        Map<String, List<MoveRule>> rules = new LinkedHashMap<>();
        database.createQuery("select g from PartnerGroup g where g.workspaceId = :workspace and g.programId = :program"
                        + " and g.moveRules is not null order by g.id", PartnerGroup.class)
                .setParameter("workspace", workspaceId).setParameter("program", programId).getResultStream()
                .forEach(group -> rules.put(group.id, MoveRule.stored(group.moveRules)));
        return rules;
    }

    private void recorded(PartnerGroup group, String change) {
        trail.record(group.workspaceId, "group_changed", group.id,
                Map.of("change", change, "name", group.name, "holdingPeriodDays", group.holdingDays));
    }

    private GroupView view(PartnerGroup group) {
        return group.view(database.createQuery("select count(e.partnerId) from Enrollment e where e.workspaceId = :workspace"
                        + " and e.groupId = :group", Long.class)
                .setParameter("workspace", group.workspaceId).setParameter("group", group.id).getSingleResult());
    }

    private void refuseTakenSlug(PartnerGroup group) {
        if (rows(group.workspaceId).stream().anyMatch(other -> other.slug.equals(group.slug) && !other.id.equals(group.id))) {
            throw RequestRefused.conflict("slug_taken", "slug: there is a group " + group.slug);
        }
    }

    private List<PartnerGroup> rows(WorkspaceId workspaceId) {
        return database.createQuery("select g from PartnerGroup g where g.workspaceId = :workspace and g.programId = :program"
                        + " order by g.id", PartnerGroup.class)
                .setParameter("workspace", workspaceId).setParameter("program", programs.defaultOf(workspaceId)).getResultList();
    }

    private PartnerGroup found(WorkspaceId workspaceId, String groupId, LockModeType lock) {
        return find(workspaceId, groupId, lock).stream().findFirst()
                .orElseThrow(() -> RequestRefused.notFound("group_not_found", "The group was not found."));
    }

    private List<PartnerGroup> find(WorkspaceId workspaceId, String groupId, LockModeType lock) {
        return database.createQuery("select g from PartnerGroup g where g.workspaceId = :workspace and g.id = :id"
                        + " and g.programId = :program", PartnerGroup.class)
                .setParameter("workspace", workspaceId).setParameter("id", groupId)
                .setParameter("program", programs.defaultOf(workspaceId)).setLockMode(lock).getResultList();
    }
}
