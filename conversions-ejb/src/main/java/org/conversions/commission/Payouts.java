package org.conversions.commission;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conversions.platform.Ids;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.query.NativeQuery;

/** Keeps the payouts of partners: how much, and for which commissions. */
@Stateless
public class Payouts {

    private static final String PAID = "paid";

    /** An entry with its time. @param at when it became known here, which may be long after it happened at Stripe */
    private record Recorded(Instant at, EntryView entry) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /**
     * @param like  one of the commissions, which are all of one partner and in one currency
     * @param parts the amount settled of each commission, by its id: negative for what is absorbed
     */
    public PayoutView keep(Commission like, Map<String, Long> parts, Instant paidAt) {
        Payout payout = new Payout();
        payout.id = Ids.next("cpay", clock);
        payout.workspaceId = like.workspaceId;
        payout.partnerId = like.partnerId;
        payout.mode = like.mode;
        payout.currency = like.currency;
        payout.earned = parts.values().stream().mapToLong(part -> Math.max(0, part)).sum();
        payout.absorbed = parts.values().stream().mapToLong(part -> Math.max(0, -part)).sum();
        payout.paidAt = paidAt;
        database.persist(payout);
        new TreeMap<>(parts).forEach((commissionId, earnings) -> database
                .createNativeQuery("insert into payout_part (payout_id, commission_id, earnings)"
                        + " values (:payout, :commission, :earnings)")
                .setParameter("payout", payout.id).setParameter("commission", commissionId)
                .setParameter("earnings", earnings).executeUpdate());
        return payout.view();
    }

    /** @return everything that happened to a commission of the workspace, in the order in which it became known */
    public List<EntryView> entries(WorkspaceId workspaceId, String commissionId) {
        List<Recorded> entries = new ArrayList<>();
        database.createQuery("select e from CommissionEntry e where e.workspaceId = :workspace"
                        + " and e.commissionId = :commission order by e.recordedAt, e.id", CommissionEntry.class)
                .setParameter("workspace", workspaceId).setParameter("commission", commissionId)
                .getResultStream().map(entry -> new Recorded(entry.recordedAt, entry.view())).forEach(entries::add);
        List<?> paid = database.createNativeQuery("select p.id as id, t.earnings as earnings, p.paid_at as paid_at"
                        + " from payout_part t join payout p on p.id = t.payout_id"
                        + " where t.commission_id = :commission and p.workspace_id = :workspace order by p.id")
                .setParameter("commission", commissionId).setParameter("workspace", workspaceId)
                .unwrap(NativeQuery.class).addScalar("id", String.class).addScalar("earnings", Long.class)
                .addScalar("paid_at", LocalDateTime.class).getResultList();
        for (Object row : paid) {
            Object[] columns = (Object[]) row;
            Instant at = UtcTime.instant((LocalDateTime) columns[2]);
            entries.add(new Recorded(at, new EntryView(PAID, (Long) columns[1], at, (String) columns[0])));
        }
        return entries.stream().sorted(Comparator.comparing(Recorded::at)).map(Recorded::entry).toList();
    }

    /** @return a payout of the workspace */
    public Optional<PayoutView> byId(WorkspaceId workspaceId, String payoutId) {
        return Optional.ofNullable(database.find(Payout.class, payoutId))
                .filter(payout -> payout.workspaceId.equals(workspaceId)).map(Payout::view);
    }
}
