package org.conversions.commission;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.query.Columns.number;
import static org.conversions.platform.query.Columns.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.money.Money;
import org.conversions.platform.Word;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * Takes commissions into payout batches and lets them go again, in the transaction of the caller: each step is one statement
 * for all commissions of some partners or payouts. A commission that is in a batch is in no other one.
 */
@ApplicationScoped
public class BatchCommissions {

    /** The status of one that is not paid, as {@link Settlement} has it. */
    static final String UNPAID_STATUS = "case when manual_status is not null then manual_status when earned = 0 then 'canceled'"
            + " when earnings = 0 then 'refunded' when disputed = true or held_for is not null then 'hold' else 'pending' end";
    /** The moment from which one that is not paid can be, as {@link Payable} has it. */
    static final String UNPAID_PAYABLE = "case when earnings = paid or (" + UNPAID_STATUS + ") <> 'pending' then null"
            + " when earnings < paid then :longAgo else due_at end";

    private static final String OF_PARTNERS = " workspace_id = :workspace and partner_id in (:partners)"
            + " and payable_at >= :longAgo and payable_at <= :cutoff and ";
    private static final String CLAIM = "update commission set batch_id = :batch, status = case when status = 'pending' then 'processed'"
            + " else status end, updated_at = :now where" + OF_PARTNERS + "batch_id is null and program_id = :program"
            + " and mode = 'live' and currency = :currency";
    private static final String RELEASE = "update commission set batch_id = null, status = case when status = 'processed' then"
            + " 'pending' else status end, updated_at = :now where" + OF_PARTNERS + "batch_id = :batch";
    private static final String CLAIMED = "select partner_id, sum(case when earnings > paid then earnings - paid else 0 end),"
            + " sum(case when earnings < paid then paid - earnings else 0 end), count(*), min(occurred_at), max(occurred_at),"
            + " sum(case when status = 'processed' then earnings else 0 end), sum(case when status = 'processed' then paid else 0 end)"
            + " from commission where" + OF_PARTNERS + "batch_id = :batch group by partner_id";
    /** One statement for the payouts of all partners. */
    private static final String PARTS = "insert into payout_part (payout_id, commission_id, workspace_id, earnings, drafted)"
            + " select p.id, c.id, c.workspace_id, c.earnings - c.paid, c.earnings - c.paid from commission c join payout p"
            + " on p.batch_id = c.batch_id and p.partner_id = c.partner_id where c.workspace_id = :workspace"
            + " and c.partner_id in (:partners) and c.payable_at >= :longAgo and c.payable_at <= :cutoff and c.batch_id = :batch";

    private static final String PARTS_OF = "select t.commission_id from payout_part t where t.payout_id in (:payouts)"
            + " and t.workspace_id = :workspace and t.earnings <> 0";
    private static final String OF_PAYOUTS = " where workspace_id = :workspace and id in (" + PARTS_OF + ")";
    private static final String PART = "(select t.earnings from payout_part t where t.workspace_id = :workspace"
            + " and t.payout_id in (:payouts) and t.commission_id = commission.id and t.earnings <> 0)";
    private static final String LOCK = "select c.id from commission c where c.workspace_id = :workspace and c.id in (" + PARTS_OF
            + ") order by c.id for update";
    private static final String STANDING = "select partner_id, currency, status, sum(earnings), sum(paid) from commission" + OF_PAYOUTS
            + " group by partner_id, currency, status";
    /** The last column that is set from another one comes first: MySQL sets one after the other. */
    private static final String FREE = "update commission set payable_at = case when status = 'paid' then case when earnings = paid"
            + " then null else :longAgo end else " + UNPAID_PAYABLE + " end, status = case when status = 'processed' then "
            + UNPAID_STATUS + " else status end, batch_id = null, updated_at = :now" + OF_PAYOUTS + " and batch_id is not null";
    private static final String PAY = "update commission set paid = paid + " + PART + OF_PAYOUTS;
    private static final String PAID = "update commission set paid_at = case when status = 'processed' then :now else paid_at end,"
            + " status = 'paid', payable_at = case when earnings = paid then null else :longAgo end, batch_id = null,"
            + " updated_at = :now" + OF_PAYOUTS;
    private static final String TAKE_BACK = "update commission set paid = paid - " + PART + OF_PAYOUTS;
    /** Those that no other payout paid: what a later batch has waits for that. */
    private static final String RETURNED = "update commission set payable_at = " + UNPAID_PAYABLE + ", status = " + UNPAID_STATUS
            + ", paid_at = null, updated_at = :now" + OF_PAYOUTS + " and batch_id is null and not exists (select 1 from payout_part t"
            + " join payout p on p.id = t.payout_id where t.commission_id = commission.id"
            + " and t.workspace_id = :workspace and t.earnings > 0 and p.status = 'completed' and t.payout_id not in (:payouts))";
    private static final String STILL_PAID = "update commission set payable_at = case when earnings = paid then null else :longAgo end,"
            + " updated_at = :now" + OF_PAYOUTS + " and status = 'paid'";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Event<CommissionBooked> booked;
    @Inject
    private Event<PayoutsPaid> paid;
    @Inject
    private Event<PayoutsReturned> returned;

    /** What a batch takes, of live commissions only. @param cutoff those that are due later stay */
    public record Claim(WorkspaceId workspaceId, String programId, String batchId, String currency, Instant cutoff) {
    }

    /**
     * What a batch has of a partner, in minor units.
     *
     * @param earned   the sum that is open of commissions
     * @param absorbed the sum that was taken back of those that were paid earlier, positive, whenever that was
     * @param first    when the first of them was earned
     * @param last     when the last one was
     */
    public record Claimed(long earned, long absorbed, int commissions, Instant first, Instant last, long moved, long movedPaid) {

        public long amount() {
            return earned - absorbed;
        }
    }

    /** What commissions of a partner come to under a status. */
    private record Standing(PartnerId partnerId, String currency, CommissionStatus status) {
    }

    /** Takes all that can be paid of some partners into a batch, unless another one has it. @return what that is, by partner */
    public Map<PartnerId, Claimed> claim(Claim claim, Collection<PartnerId> partners) {
        of(database.createNativeQuery(CLAIM), claim, partners).setParameter("program", claim.programId())
                .setParameter("currency", claim.currency()).setParameter("now", column(clock.instant())).executeUpdate();
        Map<PartnerId, Claimed> claimed = new HashMap<>();
        for (Object row : of(database.createNativeQuery(CLAIMED), claim, partners).getResultList()) {
            Object[] columns = (Object[]) row;
            claimed.put(new PartnerId((String) columns[0]), new Claimed(number(columns[1]), number(columns[2]),
                    (int) number(columns[3]), time(columns[4]), time(columns[5]), number(columns[6]), number(columns[7])));
        }
        return claimed;
    }

    /** Lets go what a batch has just taken of partners who are not paid by it. */
    public void release(Claim claim, Collection<PartnerId> partners) {
        if (!partners.isEmpty()) {
            of(database.createNativeQuery(RELEASE), claim, partners).setParameter("now", column(clock.instant())).executeUpdate();
        }
    }

    /** Keeps the parts of the payouts of some partners, which have been written. @param claimed what they come to */
    public void keepParts(Claim claim, Map<PartnerId, Claimed> claimed) {
        if (claimed.isEmpty()) {
            return;
        }
        of(database.createNativeQuery(PARTS), claim, claimed.keySet()).executeUpdate();
        claimed.forEach((partnerId, sums) -> {
            book(claim.workspaceId(), new Standing(partnerId, claim.currency(), CommissionStatus.PENDING), -sums.moved(),
                    -sums.movedPaid());
            book(claim.workspaceId(), new Standing(partnerId, claim.currency(), CommissionStatus.PROCESSED), sums.moved(),
                    sums.movedPaid());
        });
    }

    /** Keeps the commissions of payouts from others until the commit: who changes both locks these first. */
    public void lock(WorkspaceId workspaceId, Collection<String> payoutIds) {
        of(database.createNativeQuery(LOCK), workspaceId, payoutIds).getResultList();
    }

    /** Makes the commissions of payouts that came to nothing due again; they are locked. */
    public void free(WorkspaceId workspaceId, Collection<String> payoutIds) {
        change(workspaceId, payoutIds, FREE);
    }

    /** Settles the commissions of payouts that were paid; they are locked. */
    public void paid(WorkspaceId workspaceId, Collection<String> payoutIds) {
        change(workspaceId, payoutIds, PAY, PAID);
        paid.fire(new PayoutsPaid(workspaceId, List.copyOf(payoutIds)));
    }

    /** Takes back that payouts were paid, which have come back: their commissions are due again; they are locked. */
    public void returned(WorkspaceId workspaceId, Collection<String> payoutIds) {
        change(workspaceId, payoutIds, TAKE_BACK, RETURNED, STILL_PAID);
        returned.fire(new PayoutsReturned(workspaceId, List.copyOf(payoutIds)));
    }

    private void change(WorkspaceId workspaceId, Collection<String> payoutIds, String... statements) {
        database.flush();
        Map<Standing, long[]> changes = new HashMap<>();
        standing(workspaceId, payoutIds, -1, changes);
        for (String statement : statements) {
            Query query = of(database.createNativeQuery(statement), workspaceId, payoutIds);
            if (statement.contains(":now")) {
                query.setParameter("now", column(clock.instant()));
            }
            if (statement.contains(":longAgo")) {
                query.setParameter("longAgo", column(LONG_AGO));
            }
            query.executeUpdate();
        }
        standing(workspaceId, payoutIds, 1, changes);
        changes.forEach((standing, sums) -> book(workspaceId, standing, sums[0], sums[1]));
        database.flush();
        database.clear();
    }

    private void standing(WorkspaceId workspaceId, Collection<String> payoutIds, int times, Map<Standing, long[]> changes) {
        for (Object row : of(database.createNativeQuery(STANDING), workspaceId, payoutIds).getResultList()) {
            Object[] columns = (Object[]) row;
            long[] sums = changes.computeIfAbsent(new Standing(new PartnerId((String) columns[0]), (String) columns[1],
                    Word.stored(CommissionStatus.class, (String) columns[2])), none -> new long[2]);
            sums[0] += times * number(columns[3]);
            sums[1] += times * number(columns[4]);
        }
    }

    private void book(WorkspaceId workspaceId, Standing of, long standing, long paid) {
        booked.fire(new CommissionBooked(workspaceId, of.partnerId(), Mode.LIVE, null, clock.instant(), new Money(0, of.currency()),
                of.status(), standing, paid));
    }

    private static Query of(Query query, Claim claim, Collection<PartnerId> partners) {
        return query.setParameter("workspace", claim.workspaceId()).setParameter("batch", claim.batchId())
                .setParameter("partners", List.copyOf(partners)).setParameter("longAgo", column(LONG_AGO))
                .setParameter("cutoff", column(claim.cutoff()));
    }

    private static Query of(Query query, WorkspaceId workspaceId, Collection<String> payoutIds) {
        return query.setParameter("workspace", workspaceId).setParameter("payouts", List.copyOf(payoutIds));
    }
}
