package org.conversions.partner;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;

/**
 * The rewards of a program. Terms are never edited in place: a change ends one row and begins another, so a
 * commission can name the terms it was made by and a sale that is told late gets those of its own day.
 */
@Stateless
public class Rewards {

    private static final long FLAT_AMOUNT_MAX = 99_999_999;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Programs programs;

    /** @throws RequestRefused conflict when the program has a sale reward; unprocessable for terms that are none */
    public RewardView create(String workspaceId, RewardDraft draft) {
        String programId = programs.defaultOf(workspaceId);
        if (!list(workspaceId).isEmpty()) {
            throw RequestRefused.conflict("event: the program has a sale reward already");
        }
        return begin(workspaceId, programId, Ids.next("rw", clock), draft).view();
    }

    /** Ends the terms that hold and begins others. @throws RequestRefused not found, or unprocessable */
    public RewardView change(String workspaceId, String rewardId, RewardDraft draft) {
        Reward current = current(workspaceId, rewardId);
        RewardDraft merged = new RewardDraft(current.event, draft.type() == null ? current.type : draft.type(),
                draft.amountInPercentage() == null && draft.amountInCents() == null
                        ? current.view().amountInPercentage() : draft.amountInPercentage(),
                draft.amountInPercentage() == null && draft.amountInCents() == null
                        ? current.amountMinor : draft.amountInCents());
        current.endedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return begin(workspaceId, current.programId, rewardId, merged).view();
    }

    /** Ends a reward; what was earned by it stays. @throws RequestRefused not found */
    public void end(String workspaceId, String rewardId) {
        current(workspaceId, rewardId).endedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    public List<RewardView> list(String workspaceId) {
        return database.createQuery("select r from Reward r where r.workspaceId = :workspace and r.endedAt is null"
                        + " order by r.rewardId", Reward.class)
                .setParameter("workspace", workspaceId).getResultList().stream().map(Reward::view).toList();
    }

    /**
     * @param paidAt the terms of that moment count
     * @return whom a sale by the link credits; empty when the link is nobody's, the partner is not enrolled, or the
     *         program had no sale reward then
     */
    public Optional<Credit> creditForSale(String workspaceId, String linkId, Instant paidAt) {
        List<?> rows = database.createNativeQuery("select l.program_id, l.partner_id, r.id, r.amount_basis_points,"
                        + " r.amount_minor from link l"
                        + " join enrollment e on e.program_id = l.program_id and e.partner_id = l.partner_id"
                        + " join reward r on r.program_id = l.program_id"
                        + " where l.id = :link and l.workspace_id = :workspace and e.status = 'approved'"
                        + " and r.event = 'sale' and r.begun_at <= :paidAt"
                        + " and (r.ended_at is null or r.ended_at > :paidAt) order by r.begun_at desc")
                .setParameter("link", linkId).setParameter("workspace", workspaceId)
                .setParameter("paidAt", column(paidAt)).setMaxResults(1).getResultList();
        return rows.stream().map(Object[].class::cast).findFirst().map(row -> new Credit((String) row[0],
                (String) row[1], new RewardTerms((String) row[2],
                row[3] == null ? null : ((Number) row[3]).intValue(),
                row[4] == null ? null : ((Number) row[4]).longValue())));
    }

    private Reward begin(String workspaceId, String programId, String rewardId, RewardDraft draft) {
        if (!Reward.SALE.equals(draft.event())) {
            throw RequestRefused.unprocessable("event: only sale rewards are supported by this server yet");
        }
        Reward reward = new Reward();
        reward.id = Ids.next("rwt", clock);
        reward.rewardId = rewardId;
        reward.workspaceId = workspaceId;
        reward.programId = programId;
        reward.event = draft.event();
        reward.type = draft.type();
        if (Reward.PERCENTAGE.equals(draft.type())) {
            reward.amountBasisPoints = basisPoints(draft.amountInPercentage());
        } else if (Reward.FLAT.equals(draft.type())) {
            reward.amountMinor = flat(draft.amountInCents());
        } else {
            throw RequestRefused.unprocessable("type: must be one of percentage, flat");
        }
        // Stripe tells times in whole seconds: a sale of the second in which a reward began is a sale under it.
        reward.begunAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        database.persist(reward);
        database.flush();
        return reward;
    }

    private Reward current(String workspaceId, String rewardId) {
        return database.createQuery("select r from Reward r where r.workspaceId = :workspace and r.rewardId = :reward"
                        + " and r.endedAt is null", Reward.class)
                .setParameter("workspace", workspaceId).setParameter("reward", rewardId)
                .getResultStream().findFirst().orElseThrow(() -> RequestRefused.notFound("No such reward"));
    }

    private static int basisPoints(BigDecimal percentage) {
        if (percentage == null || percentage.signum() < 0 || percentage.compareTo(BigDecimal.valueOf(100)) > 0
                || percentage.stripTrailingZeros().scale() > 2) {
            throw RequestRefused.unprocessable("amountInPercentage: must be 0 to 100 with at most two decimals");
        }
        return percentage.movePointRight(2).intValueExact();
    }

    private static long flat(Long amount) {
        if (amount == null || amount < 0 || amount > FLAT_AMOUNT_MAX) {
            throw RequestRefused.unprocessable("amountInCents: must be 0 to " + FLAT_AMOUNT_MAX);
        }
        return amount;
    }
}
