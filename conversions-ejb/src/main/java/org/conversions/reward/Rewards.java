package org.conversions.reward;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.conversions.audit.AuditTrail;
import org.conversions.partner.GroupDeleted;
import org.conversions.partner.Groups;
import org.conversions.partner.Programs;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Feature;
import org.conversions.workspace.Plans;

/**
 * The rewards of a program. Terms are never edited in place: a change ends one row and begins another, so a
 * commission can name the terms it was made by and a sale that is reported late gets those of its own day.
 */
@Stateless
public class Rewards {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private AuditTrail trail;
    @Inject
    private Clock clock;
    @Inject
    private Programs programs;
    @Inject
    private Groups groups;
    @Inject
    private Plans plans;
    @Inject
    private Event<ClicksRewarded> clicksRewarded;

    /**
     * A program has one reward for each event and group, one for all other groups, and one for each discount code, which goes before.
     *
     * @throws RequestRefused conflict when the program has one for the event and the group; unprocessable for terms that are none
     *                        and a start at which other terms held; forbidden for conditions that the plan does not include
     */
    public RewardView create(WorkspaceId workspaceId, RewardDraft draft) {
        RewardTerms terms = terms(workspaceId, draft, null);
        groups.check(workspaceId, "groupId", draft.groupId());
        checkCode(workspaceId, draft);
        String programId = programs.lockedDefaultOf(workspaceId);
        if (list(workspaceId).stream().anyMatch(reward -> reward.event().equals(draft.event())
                && Objects.equals(reward.groupId(), draft.groupId()) && Objects.equals(reward.discountCodeId(), draft.discountCodeId()))) {
            throw RequestRefused.conflict("reward_exists", "event: the program has a " + draft.event() + " reward already"
                    + (draft.groupId() != null ? " for this group" : draft.discountCodeId() != null ? " for this discount code" : ""));
        }
        Instant start = draft.startsAt() == null ? now() : draft.startsAt().truncatedTo(ChronoUnit.SECONDS);
        refuseOverlap(workspaceId, programId, draft, start);
        return recorded(begin(workspaceId, programId, Ids.next("rw", clock),
                new Scope(draft.event(), draft.groupId(), draft.discountCodeId()), terms, start), "made");
    }

    /**
     * Ends the terms that hold and begins others: what the draft does not name stays as it is, and so do conditions that
     * were promised when the plan included them.
     *
     * @throws RequestRefused not found, or unprocessable; forbidden for conditions that the plan does not include
     */
    public RewardView change(WorkspaceId workspaceId, String rewardId, RewardDraft draft) {
        programs.lockedDefaultOf(workspaceId);
        Reward current = current(workspaceId, rewardId);
        if (draft.event() != null && !draft.event().equals(current.event)) {
            throw immutable("event");
        }
        if (draft.groupId() != null && !draft.groupId().equals(current.groupId)) {
            throw immutable("groupId");
        }
        if (draft.discountCodeId() != null && !draft.discountCodeId().equals(current.codeId)) {
            throw immutable("discountCodeId");
        }
        RewardTerms terms = terms(workspaceId, draft, current);
        if (draft.startsAt() != null) {
            throw RequestRefused.unprocessable("field_not_allowed", "startsAt: changed terms hold from now on");
        }
        Instant start = current.begunAt.isAfter(now()) ? current.begunAt : now();
        current.endedAt = start;
        return recorded(begin(workspaceId, current.programId, rewardId,
                new Scope(current.event, current.groupId, current.codeId), terms, start), "changed");
    }

    /**
     * Checks terms as if a reward were made, and makes none.
     *
     * @throws RequestRefused as {@link #create}, but not for a conflict
     */
    public RewardTerms checked(WorkspaceId workspaceId, RewardDraft draft) {
        return terms(workspaceId, draft, null);
    }

    /** @throws RequestRefused not found */
    public RewardView get(WorkspaceId workspaceId, String rewardId) {
        return current(workspaceId, rewardId).view();
    }

    /** Ends a reward; what was earned by it stays. @throws RequestRefused not found */
    public void end(WorkspaceId workspaceId, String rewardId) {
        Reward current = current(workspaceId, rewardId);
        current.endedAt = now();
        recorded(current, "ended");
    }

    /** Ends the rewards of a group that is no more. */
    public void end(@Observes GroupDeleted event) {
        database.createQuery("select r from Reward r where r.workspaceId = :workspace and r.groupId = :group and r.endedAt is null",
                        Reward.class)
                .setParameter("workspace", event.workspaceId()).setParameter("group", event.groupId()).getResultList()
                .forEach(reward -> {
                    reward.endedAt = event.at();
                    recorded(reward, "ended");
                });
    }

    /** The event that a reward is for, and the group or the discount code; both are null for all. */
    private record Scope(String event, String groupId, String codeId) {
    }

    /** @param current null for a new reward */
    private RewardTerms terms(WorkspaceId workspaceId, RewardDraft draft, Reward current) {
        String event = current == null ? known(draft.event()) : current.event;
        List<Modifiers.Group> named = Modifiers.read(event, draft.modifiers());
        if (!named.isEmpty()) {
            plans.check(workspaceId, Feature.REWARD_CONDITIONS);
        }
        return draft.terms(event, named, current);
    }

    private void checkCode(WorkspaceId workspaceId, RewardDraft draft) {
        if (draft.discountCodeId() == null) {
            return;
        }
        if (Reward.CLICK.equals(draft.event())) {
            throw RequestRefused.unprocessable("fields_conflicting", "discountCodeId: a click is made with no code");
        }
        if (draft.groupId() != null) {
            throw RequestRefused.unprocessable("fields_conflicting", "groupId, discountCodeId: name at most one of the two");
        }
        if (database.createQuery("select d.id from DiscountCode d where d.workspaceId = :workspace and d.id = :id"
                        + " and d.disabledAt is null", String.class)
                .setParameter("workspace", workspaceId).setParameter("id", draft.discountCodeId()).getResultList().isEmpty()) {
            throw RequestRefused.unprocessable("field_value_unknown", "discountCodeId: there is no discount code "
                    + draft.discountCodeId());
        }
    }

    private static RequestRefused immutable(String field) {
        return RequestRefused.unprocessable("field_immutable",
                field + ": cannot be changed; end this reward and create another");
    }

    /** Stripe's times are whole seconds: a sale of the second in which a reward began is a sale under it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What was decided stays decided: terms cannot begin before others for the same have ended. */
    private void refuseOverlap(WorkspaceId workspaceId, String programId, RewardDraft draft, Instant start) {
        database.createQuery("select r from Reward r where r.workspaceId = :workspace and r.programId = :program"
                        + " and r.event = :event and r.endedAt > :start", Reward.class)
                .setParameter("workspace", workspaceId).setParameter("program", programId).setParameter("event", draft.event())
                .setParameter("start", start).getResultStream()
                .filter(other -> Objects.equals(other.groupId, draft.groupId()) && Objects.equals(other.codeId, draft.discountCodeId())
                        && other.begunAt.isBefore(other.endedAt))
                .findFirst().ifPresent(other -> {
                    throw RequestRefused.unprocessable("field_out_of_range",
                            "startsAt: other terms held until " + other.endedAt);
                });
    }

    private RewardView recorded(Reward reward, String change) {
        Map<String, Object> details = new TreeMap<>(Map.of("change", change, "event", reward.event, "type", reward.type,
                "conditions", reward.modifiers != null));
        details.put("groupId", reward.groupId);
        details.put("discountCodeId", reward.codeId);
        details.put("basisPoints", reward.amountBasisPoints);
        details.put("amountInCents", reward.amountMinor);
        trail.record(reward.workspaceId, "reward_changed", reward.rewardId, details);
        return reward.view();
    }

    /** @return those of the workspace's own program */
    public List<RewardView> list(WorkspaceId workspaceId) {
        return database.createQuery("select r from Reward r where r.workspaceId = :workspace and r.programId = :program"
                        + " and r.endedAt is null order by r.rewardId", Reward.class)
                .setParameter("workspace", workspaceId).setParameter("program", programs.defaultOf(workspaceId)).getResultList().stream().map(Reward::view).toList();
    }

    private Reward begin(WorkspaceId workspaceId, String programId, String rewardId, Scope scope, RewardTerms terms, Instant start) {
        Reward reward = new Reward();
        reward.id = Ids.next("rwt", clock);
        reward.rewardId = rewardId;
        reward.workspaceId = workspaceId;
        reward.programId = programId;
        reward.groupId = scope.groupId();
        reward.codeId = scope.codeId();
        reward.event = scope.event();
        reward.type = terms.amount().type();
        reward.amountBasisPoints = terms.amount().basisPoints();
        reward.amountMinor = terms.amount().flat();
        reward.limit(terms.limits());
        reward.modifiers = terms.modifiers().isEmpty() ? null : Modifiers.write(terms.modifiers()).toString();
        reward.begunAt = start;
        database.persist(reward);
        database.flush();
        if (scope.event().equals(Reward.CLICK)) {
            clicksRewarded.fire(new ClicksRewarded(workspaceId, programId, start));
        }
        return reward;
    }

    private static String known(String event) {
        if (!Reward.SALE.equals(event) && !Reward.LEAD.equals(event) && !Reward.CLICK.equals(event)) {
            throw RequestRefused.unprocessable("field_value_unknown", "event: must be one of sale, lead, click");
        }
        return event;
    }

    private Reward current(WorkspaceId workspaceId, String rewardId) {
        return database.createQuery("select r from Reward r where r.workspaceId = :workspace and r.rewardId = :reward"
                        + " and r.endedAt is null", Reward.class)
                .setParameter("workspace", workspaceId).setParameter("reward", rewardId)
                .getResultStream().findFirst().orElseThrow(() -> RequestRefused.notFound("reward_not_found",
                        "No such reward"));
    }
}
