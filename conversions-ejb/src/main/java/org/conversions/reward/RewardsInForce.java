package org.conversions.reward;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.conversions.partner.CommissionBase;
import org.conversions.partner.CommissionBases;
import org.conversions.partner.EnrollmentStatus;
import org.conversions.partner.PastStandings;
import org.conversions.partner.Standing;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/**
 * The terms by which the owners of links are rewarded, at any time: read for many links at once, and once in a transaction. A
 * sale that is reported late gets those of its own day.
 */
@Stateless
public class RewardsInForce {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private PartnerFacts partners;
    @Inject
    private TransactionMemory memory;

    /** @return the terms that the owners of the links had for sales */
    public RewardTermsInForce forSales(WorkspaceId workspaceId, Collection<LinkId> linkIds) {
        return inForce(workspaceId, linkIds, Reward.SALE);
    }

    /** @return the terms that the owners of the links had for leads */
    public RewardTermsInForce forLeads(WorkspaceId workspaceId, Collection<LinkId> linkIds) {
        return inForce(workspaceId, linkIds, Reward.LEAD);
    }

    /** @return the terms that the owners of the links had for clicks */
    public RewardTermsInForce forClicks(WorkspaceId workspaceId, Collection<LinkId> linkIds) {
        return inForce(workspaceId, linkIds, Reward.CLICK);
    }

    /** @return whether any terms for clicks held in a program at any moment from a time on until before another */
    public boolean anyForClicks(WorkspaceId workspaceId, String programId, Instant from, Instant until) {
        return database.createQuery("select count(r) from Reward r where r.workspaceId = :workspace and r.programId = :program"
                        + " and r.event = :event and r.begunAt < :until and (r.endedAt is null or r.endedAt > :from)", Long.class)
                .setParameter("workspace", workspaceId).setParameter("program", programId).setParameter("event", Reward.CLICK)
                .setParameter("from", from).setParameter("until", until).getSingleResult() > 0;
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
        Map<LinkId, List<RewardTermsInForce.Row>> rows = rows(workspaceId, linkIds, event);
        partners.announce(workspaceId, rows.values().stream().map(ofLink -> ofLink.get(0).partnerId()).toList());
        return rows;
    }

    private Map<LinkId, List<RewardTermsInForce.Row>> rows(WorkspaceId workspaceId, List<LinkId> linkIds, String event) {
        return database.createQuery("select l.id, l.programId, l.partnerId, r, e.status, e.groupId, e.pastStandings, g.holdingDays,"
                        + " p.commissionBase, p.pastBases from Link l left join Program p on p.id = l.programId"
                        + " left join Enrollment e on e.programId = l.programId and e.partnerId = l.partnerId"
                        + " left join PartnerGroup g on g.id = e.groupId"
                        + " left join Reward r on r.programId = l.programId and r.event = :event"
                        + " and (r.codeId is null and (r.groupId is null or r.groupId = e.groupId or e.pastStandings is not null)"
                        + " or r.codeId is not null and exists (select 1 from DiscountCode d where d.id = r.codeId"
                        + " and d.workspaceId = l.workspaceId and d.partnerId = l.partnerId))"
                        + " where l.id in :links and l.workspaceId = :workspace", Object[].class)
                .setParameter("event", event).setParameter("links", linkIds.stream().map(LinkId::value).toList())
                .setParameter("workspace", workspaceId).getResultStream().map(RewardsInForce::row)
                .collect(Collectors.groupingBy(RewardTermsInForce.Row::linkId));
    }

    private static RewardTermsInForce.Row row(Object[] columns) {
        Reward reward = (Reward) columns[3];
        RewardTermsInForce.Place place = columns[4] == null ? null : new RewardTermsInForce.Place(
                new Standing((EnrollmentStatus) columns[4], (String) columns[5]), PastStandings.parse((String) columns[6]),
                columns[7] == null ? 0 : (Integer) columns[7]);
        return new RewardTermsInForce.Row(new LinkId((String) columns[0]), (String) columns[1], PartnerId.of((String) columns[2]),
                place, reward == null ? null : reward.terms(), columns[8] == null ? CommissionBases.NET
                : CommissionBases.parse((CommissionBase) columns[8], (String) columns[9]));
    }
}
