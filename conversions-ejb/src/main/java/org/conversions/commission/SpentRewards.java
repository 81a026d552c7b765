package org.conversions.commission;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.Credit;
import org.conversions.reward.RewardTermsInForce;
import org.conversions.reward.RewardsInForce;
import org.conversions.reward.SpendLimit;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/**
 * Says how much a partner may still earn under a spend limit. The commissions of all partners of a batch of events are read at once;
 * for a limit of all time, what they came to long ago stands in a sum.
 */
@Dependent
class SpentRewards {

    /** Of these nothing is owed. */
    static final Set<CommissionStatus> NOTHING =
            EnumSet.of(CommissionStatus.CANCELED, CommissionStatus.FRAUD, CommissionStatus.DUPLICATE);
    private static final String LINKS = "links";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Workspaces workspaces;
    @Inject
    private TransactionMemory memory;
    @Inject
    private RewardsInForce rewards;
    @Inject
    private SpentSums sums;

    /** What commissions that count together have in common. */
    record Kind(String programId, PartnerId partnerId, Mode mode, String type, String currency) {

        private Kind of(PartnerId other) {
            return new Kind(programId, other, mode, type, currency);
        }
    }

    /** Says by whose links more may be earned soon: what they earned is read together then. */
    void announce(WorkspaceId workspaceId, Collection<LinkId> linkIds) {
        KnownRows<String, Set<LinkId>> links = memory.of(LinkId.class, SpentRewards.class, workspaceId);
        if (!links.isKnown(LINKS)) {
            links.put(LINKS, new LinkedHashSet<>());
        }
        links.with(LINKS, known -> known.addAll(linkIds));
    }

    /**
     * @param key   of the commission that it is asked for
     * @param until when the sale was paid or the lead happened
     * @return what is left of the limit after what was earned before in the same period, and not taken back by then
     */
    long room(SpendLimit limit, WorkspaceId workspaceId, Mode mode, Credit credit, String type, String key, String currency,
              Instant until) {
        Instant from = limit.beginning(until, workspaces.get(workspaceId).timezone());
        Kind kind = new Kind(credit.programId(), credit.partnerId(), mode, type, currency);
        KnownRows<Kind, EarnedSoFar> known = known(workspaceId);
        EarnedSoFar earned = known.isKnown(kind) ? known.get(kind, none -> Map.of()) : null;
        if (earned == null || !earned.knows(from, until)) {
            known.forget(kind);
            known.announce(others(workspaceId, kind));
            earned = known.get(kind, kinds -> read(workspaceId, kinds, from, true));
        }
        if (!earned.knows(from, until)) {
            // It became known late: what was earned at its time has to be told from what was earned since.
            earned = read(workspaceId, List.of(kind), from, false).get(kind);
        }
        return limit.room(earned.between(from, until, key));
    }

    /** @return the same of the other partners of whom something was announced */
    private List<Kind> others(WorkspaceId workspaceId, Kind kind) {
        Set<LinkId> links = memory.<String, Set<LinkId>>of(LinkId.class, SpentRewards.class, workspaceId).get(LINKS, none -> Map.of());
        if (links == null || !kind.type().equals(Commission.SALE)) {
            return List.of();
        }
        RewardTermsInForce terms = rewards.forSales(workspaceId, links);
        return links.stream().filter(link -> kind.programId().equals(terms.programOf(link))).map(terms::ownerOf)
                .filter(owner -> owner != null).distinct().map(kind::of).toList();
    }

    /** Follows what the transaction makes of a commission. @param before null for a new one */
    void settled(Commission commission, CommissionStatus before, Instant occurredBefore, long earningsBefore,
                 List<EarnedSoFar.Entry> more) {
        Kind kind = new Kind(commission.programId, commission.partnerId, commission.mode, commission.type, commission.currency);
        boolean counts = !NOTHING.contains(commission.status);
        KnownRows<Kind, EarnedSoFar> known = known(commission.workspaceId);
        known.with(kind, earned -> {
            boolean moved = before != null && !commission.occurredAt.equals(occurredBefore);
            if (moved || !earned.follow(commission.id, before == null, commission.commissionKey, commission.occurredAt, counts, more)) {
                known.forget(kind);
            }
        });
        if (before != null && !commission.occurredAt.equals(occurredBefore)) {
            sums.forget(commission.workspaceId, kind);
        } else if (before != null) {
            sums.changed(commission.workspaceId, kind, commission.occurredAt, (counts ? commission.earnings : 0)
                    - (NOTHING.contains(before) ? 0 : earningsBefore), more);
        }
    }

    /** Has commissions read again that got another key. */
    void moved(WorkspaceId workspaceId) {
        known(workspaceId).forget();
    }

    private KnownRows<Kind, EarnedSoFar> known(WorkspaceId workspaceId) {
        return memory.of(EarnedSoFar.class, workspaceId);
    }

    /** @param kinds differ from the first in the partner, or are not read */
    private Map<Kind, EarnedSoFar> read(WorkspaceId workspaceId, List<Kind> kinds, Instant from, boolean bySums) {
        Kind like = kinds.get(0);
        List<Kind> alike = kinds.stream().filter(kind -> kind.equals(like.of(kind.partnerId()))).toList();
        Map<Kind, EarnedSoFar.Sum> before = bySums && from.equals(Instant.EPOCH) ? sums.of(workspaceId, alike) : Map.of();
        Instant earliest = alike.stream().map(kind -> before.getOrDefault(kind, EarnedSoFar.Sum.NONE).until()).min(Instant::compareTo)
                .filter(from::isBefore).orElse(from);
        Map<Kind, EarnedSoFar> found = new HashMap<>();
        alike.forEach(kind -> found.put(kind, new EarnedSoFar(from, before.getOrDefault(kind, EarnedSoFar.Sum.NONE))));
        database.createQuery("select c.partnerId, c.id, c.commissionKey, c.occurredAt, e.occurredAt, e.earnings from Commission c"
                        + " join CommissionEntry e on e.commissionId = c.id where c.workspaceId = :workspace and c.mode = :mode"
                        + " and c.partnerId in :partners and c.programId = :program and c.type = :type and c.currency = :currency"
                        + " and c.occurredAt >= :from and c.status not in :nothing", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("mode", like.mode())
                .setParameter("partners", alike.stream().map(Kind::partnerId).toList()).setParameter("program", like.programId())
                .setParameter("type", like.type()).setParameter("currency", like.currency()).setParameter("from", earliest)
                .setParameter("nothing", NOTHING).getResultStream().forEach(row -> {
                    Kind kind = like.of((PartnerId) row[0]);
                    if (!((Instant) row[3]).isBefore(before.getOrDefault(kind, EarnedSoFar.Sum.NONE).until())) {
                        found.get(kind).add((String) row[1], (String) row[2], (Instant) row[3],
                                new EarnedSoFar.Entry((Instant) row[4], (Long) row[5]));
                    }
                });
        return found;
    }
}
