package org.conversions.reward;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.audit.AuditTrail;
import org.conversions.partner.Partners;
import org.conversions.partner.Programs;
import org.conversions.platform.Ids;
import org.conversions.platform.KnownRows;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
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
    private Plans plans;
    @Inject
    private TransactionMemory memory;

    /**
     * A program has one reward for sales and one for leads.
     *
     * @throws RequestRefused conflict when the program has one for the event; unprocessable for terms that are none;
     *                        forbidden for conditions that the plan does not include
     */
    public RewardView create(WorkspaceId workspaceId, RewardDraft draft) {
        List<Modifiers.Group> modifiers = modifiers(workspaceId, draft);
        refuseUnknown(draft.event());
        String programId = programs.lockedDefaultOf(workspaceId);
        if (list(workspaceId).stream().anyMatch(reward -> reward.event().equals(draft.event()))) {
            throw RequestRefused.conflict("reward_exists",
                    "event: the program has a " + draft.event() + " reward already");
        }
        RewardAmount amount = RewardAmount.of("", draft.type(), draft.amountInPercentage(), draft.amountInCents());
        return recorded(begin(workspaceId, programId, Ids.next("rw", clock), draft.event(), amount,
                modifiers.stream().map(group -> group.of(amount.type())).toList()), "made");
    }

    /**
     * Ends the terms that hold and begins others: what the draft does not name stays as it is, and so do conditions that
     * were promised when the plan included them.
     *
     * @throws RequestRefused not found, or unprocessable; forbidden for conditions that the plan does not include
     */
    public RewardView change(WorkspaceId workspaceId, String rewardId, RewardDraft draft) {
        List<Modifiers.Group> modifiers = modifiers(workspaceId, draft);
        programs.lockedDefaultOf(workspaceId);
        Reward current = current(workspaceId, rewardId);
        if (draft.event() != null && !draft.event().equals(current.event)) {
            throw RequestRefused.unprocessable("field_immutable",
                    "event: cannot be changed; end this reward and create another");
        }
        boolean sameAmount = draft.amountInPercentage() == null && draft.amountInCents() == null;
        RewardAmount amount = RewardAmount.of("", draft.type() == null ? current.type : draft.type(),
                sameAmount ? current.amount().percentage() : draft.amountInPercentage(),
                sameAmount ? current.amountMinor : draft.amountInCents());
        current.endedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return recorded(begin(workspaceId, current.programId, rewardId, current.event, amount, draft.modifiers() == null
                ? current.modifiers() : modifiers.stream().map(group -> group.of(amount.type())).toList()), "changed");
    }

    /** Ends a reward; what was earned by it stays. @throws RequestRefused not found */
    public void end(WorkspaceId workspaceId, String rewardId) {
        Reward current = current(workspaceId, rewardId);
        current.endedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        recorded(current, "ended");
    }

    private RewardView recorded(Reward reward, String change) {
        Map<String, Object> details = new TreeMap<>(Map.of("change", change, "event", reward.event, "type", reward.type,
                "conditions", reward.modifiers != null));
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

    /** @return the terms that the owners of the links had for sales */
    public RewardTermsInForce forSales(WorkspaceId workspaceId, Collection<LinkId> linkIds) {
        return inForce(workspaceId, linkIds, Reward.SALE);
    }

    /** @return the terms that the owners of the links had for leads */
    public RewardTermsInForce forLeads(WorkspaceId workspaceId, Collection<LinkId> linkIds) {
        return inForce(workspaceId, linkIds, Reward.LEAD);
    }

    /** Says whose links' terms may be asked for soon: they are read together then. */
    public void announce(WorkspaceId workspaceId, Collection<LinkId> linkIds) {
        known(workspaceId, Reward.SALE).announce(linkIds);
        known(workspaceId, Reward.LEAD).announce(linkIds);
    }

    private RewardTermsInForce inForce(WorkspaceId workspaceId, Collection<LinkId> linkIds, String event) {
        KnownRows<LinkId, List<RewardTermsInForce.Row>> known = known(workspaceId, event);
        known.announce(linkIds);
        return new RewardTermsInForce(linkIds.stream()
                .map(link -> known.get(link, links -> read(workspaceId, links, event)))
                .filter(Objects::nonNull).flatMap(List::stream).toList());
    }

    private KnownRows<LinkId, List<RewardTermsInForce.Row>> known(WorkspaceId workspaceId, String event) {
        return memory.of(RewardTermsInForce.class, workspaceId, event);
    }

    private Map<LinkId, List<RewardTermsInForce.Row>> read(WorkspaceId workspaceId, List<LinkId> linkIds, String event) {
        return database.createQuery("select l.id, l.programId, l.partnerId, e.status, r from Link l"
                        + " left join Enrollment e on e.programId = l.programId and e.partnerId = l.partnerId"
                        + " left join Reward r on r.programId = l.programId and r.event = :event"
                        + " where l.id in :links and l.workspaceId = :workspace", Object[].class)
                .setParameter("event", event).setParameter("links", linkIds.stream().map(LinkId::value).toList())
                .setParameter("workspace", workspaceId).getResultStream().map(Rewards::row)
                .collect(Collectors.groupingBy(RewardTermsInForce.Row::linkId));
    }

    private List<Modifiers.Group> modifiers(WorkspaceId workspaceId, RewardDraft draft) {
        List<Modifiers.Group> modifiers = Modifiers.read(draft.modifiers());
        if (!modifiers.isEmpty()) {
            plans.check(workspaceId, Feature.REWARD_CONDITIONS);
        }
        return modifiers;
    }

    private Reward begin(WorkspaceId workspaceId, String programId, String rewardId, String event, RewardAmount amount,
                         List<Modifier> modifiers) {
        if (event.equals(Reward.LEAD) && Stream.concat(Stream.of(amount), modifiers.stream().map(Modifier::amount))
                .anyMatch(terms -> terms.flat() == null)) {
            throw RequestRefused.unprocessable("fields_conflicting",
                    "type: a lead reward is flat, because a lead has no amount");
        }
        Reward reward = new Reward();
        reward.id = Ids.next("rwt", clock);
        reward.rewardId = rewardId;
        reward.workspaceId = workspaceId;
        reward.programId = programId;
        reward.event = event;
        reward.type = amount.type();
        reward.amountBasisPoints = amount.basisPoints();
        reward.amountMinor = amount.flat();
        reward.modifiers = modifiers.isEmpty() ? null : Modifiers.write(modifiers).toString();
        // Stripe's times are whole seconds: a sale of the second in which a reward began is a sale under it.
        reward.begunAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        database.persist(reward);
        database.flush();
        return reward;
    }

    private static void refuseUnknown(String event) {
        if (Reward.CLICK.equals(event)) {
            throw RequestRefused.unprocessable("field_not_supported",
                    "event: click rewards are not supported by this server yet");
        }
        if (!Reward.SALE.equals(event) && !Reward.LEAD.equals(event)) {
            throw RequestRefused.unprocessable("field_value_unknown", "event: must be one of sale, lead");
        }
    }

    private Reward current(WorkspaceId workspaceId, String rewardId) {
        return database.createQuery("select r from Reward r where r.workspaceId = :workspace and r.rewardId = :reward"
                        + " and r.endedAt is null", Reward.class)
                .setParameter("workspace", workspaceId).setParameter("reward", rewardId)
                .getResultStream().findFirst().orElseThrow(() -> RequestRefused.notFound("reward_not_found",
                        "No such reward"));
    }

    private static RewardTermsInForce.Row row(Object[] columns) {
        Reward reward = (Reward) columns[4];
        return new RewardTermsInForce.Row(new LinkId((String) columns[0]), (String) columns[1], PartnerId.of((String) columns[2]),
                Partners.APPROVED.equals(columns[3]), reward == null ? null : reward.terms());
    }
}
