package org.conversions.bounty;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.conversions.audit.AuditTrail;
import org.conversions.partner.Groups;
import org.conversions.partner.ProgramView;
import org.conversions.partner.Programs;
import org.conversions.platform.Ids;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.query.Cursor;

/** The bounties of a workspace's program. */
@Stateless
public class Bounties {

    static final int PER_PROGRAM_MAX = 500;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Programs programs;
    @Inject
    private Groups groups;
    @Inject
    private AuditTrail trail;

    /** @return the newest first */
    public List<BountyView> list(WorkspaceId workspaceId, Page page) {
        Cursor cursor = Cursor.of(page, false);
        String currency = programs.get(workspaceId).currency();
        Conditions conditions = new Conditions("b.workspaceId = :workspace", workspaceId)
                .and("b.id " + cursor.beyond() + " :cursor", "cursor", cursor.id());
        return cursor.inOrder(conditions.bind(database.createQuery("select b from Bounty b" + conditions.text() + " order by "
                        + cursor.order("b.workspaceId", "b.id"), Bounty.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultStream().map(bounty -> bounty.view(currency)).toList());
    }

    /**
     * @param groupId the partner's
     * @param known   ids of bounties that the partner has a part in already
     * @return those that the partner can earn now, and the known ones, the newest first
     */
    public List<BountyView> shownTo(WorkspaceId workspaceId, String groupId, Set<String> known) {
        Instant now = clock.instant();
        String currency = programs.get(workspaceId).currency();
        // No bounty has an empty id: an empty list is not valid everywhere.
        return database.createQuery("select b from Bounty b where b.workspaceId = :workspace and (b.id in :known or b.archivedAt is null"
                        + " and b.startsAt <= :now and (b.endsAt is null or b.endsAt > :now)) order by b.id desc", Bounty.class)
                .setParameter("workspace", workspaceId).setParameter("now", now).setParameter("known", known.isEmpty() ? Set.of("") : known)
                .setMaxResults(PER_PROGRAM_MAX).getResultStream().map(bounty -> bounty.view(currency))
                .filter(bounty -> known.contains(bounty.id()) || bounty.isFor(groupId)).toList();
    }

    /** @throws RequestRefused not found */
    public BountyView get(WorkspaceId workspaceId, String bountyId) {
        return found(workspaceId, bountyId, LockModeType.NONE).view(programs.get(workspaceId).currency());
    }

    /**
     * @throws RequestRefused unprocessable for what cannot be, a group that is not there, and for a performance bounty of new figures
     *                        that begins in the past; forbidden when the program has as many as it may have
     */
    public BountyView create(WorkspaceId workspaceId, BountyDraft draft) {
        Instant now = now();
        Instant begins = draft.startsAt() == null ? now : draft.startsAt().truncatedTo(ChronoUnit.SECONDS);
        BountyDraft checked = draft.checked(begins);
        if (begins.isBefore(now) && checked.performance() != null && checked.performance().scope() == BountyScope.NEW) {
            throw RequestRefused.unprocessable("field_out_of_range", "startsAt: what is new can be told from now on only");
        }
        if (database.createQuery("select count(b) from Bounty b where b.workspaceId = :workspace", Long.class)
                .setParameter("workspace", workspaceId).getSingleResult() >= PER_PROGRAM_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A program has at most " + PER_PROGRAM_MAX + " bounties.");
        }
        checked.groupIds().forEach(id -> groups.check(workspaceId, "groupIds", id));
        ProgramView program = programs.get(workspaceId);
        Bounty bounty = new Bounty();
        bounty.id = Ids.next("bnty", clock);
        bounty.workspaceId = workspaceId;
        bounty.programId = program.id();
        bounty.createdAt = clock.instant();
        bounty.write(checked);
        bounty.dueAt = checked.performance() == null ? null : begins;
        database.persist(bounty);
        recorded(bounty, "made");
        return bounty.view(program.currency());
    }

    /**
     * Changes what is said of a bounty. What it is earned by, and since when, stays.
     *
     * @throws RequestRefused not found; unprocessable for what cannot be, and for what cannot be changed
     */
    public BountyView update(WorkspaceId workspaceId, String bountyId, UnaryOperator<BountyDraft> change) {
        Bounty bounty = found(workspaceId, bountyId, LockModeType.PESSIMISTIC_WRITE);
        BountyDraft before = bounty.draft();
        BountyDraft wanted = change.apply(before);
        if (wanted.kind() != before.kind() || !before.startsAt().equals(wanted.startsAt())
                || before.performance() != null && !before.performance().equals(wanted.performance())) {
            throw RequestRefused.unprocessable("field_immutable",
                    "type, startsAt, performanceCondition, performanceScope: cannot be changed; end this bounty and create another");
        }
        BountyDraft after = wanted.checked(before.startsAt());
        after.groupIds().stream().filter(id -> !before.groupIds().contains(id)).forEach(id -> groups.check(workspaceId, "groupIds", id));
        bounty.write(after);
        if (!after.equals(before)) {
            recorded(bounty, "changed");
        }
        return bounty.view(programs.get(workspaceId).currency());
    }

    /** Ends a bounty: nothing is handed in any more, and what was handed in can be decided. @throws RequestRefused not found */
    public String end(WorkspaceId workspaceId, String bountyId) {
        Bounty bounty = found(workspaceId, bountyId, LockModeType.PESSIMISTIC_WRITE);
        if (bounty.archivedAt == null) {
            bounty.archivedAt = clock.instant();
            bounty.dueAt = null;
            recorded(bounty, "ended");
        }
        return bountyId;
    }

    private Bounty found(WorkspaceId workspaceId, String bountyId, LockModeType lock) {
        return database.createQuery("select b from Bounty b where b.workspaceId = :workspace and b.id = :id", Bounty.class)
                .setParameter("workspace", workspaceId).setParameter("id", bountyId).setLockMode(lock).getResultStream().findFirst()
                .orElseThrow(() -> RequestRefused.notFound("bounty_not_found", "The bounty was not found."));
    }

    private void recorded(Bounty bounty, String change) {
        trail.record(bounty.workspaceId, "bounty_changed", bounty.id, Map.of("change", change, "name", bounty.name,
                "type", bounty.kind.text()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
