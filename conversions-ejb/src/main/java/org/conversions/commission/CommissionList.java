package org.conversions.commission;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.conversions.money.StoredMoney;
import org.conversions.partner.Partners;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.query.Cursor;
import org.conversions.workspace.Mode;

/** Lists commissions with what their entries add up to. */
@Stateless
public class CommissionList {

    private static final String NOBODY = "";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Partners partners;

    /**
     * @return without those that credit another partner now, unless canceled ones are asked for
     * @throws RequestRefused unprocessable when a cursor is given with the order by amount
     */
    public List<CommissionView> list(CommissionFilter filter, boolean byAmount, boolean ascending, Page page) {
        if (page.byCursor() && byAmount) {
            throw RequestRefused.unprocessable("fields_conflicting",
                    "startingAfter, endingBefore: only with sortBy createdAt");
        }
        String tenant = filter.tenantId() == null ? null
                : partners.byTenantId(filter.workspaceId(), filter.tenantId()).map(partner -> partner.id().value()).orElse(NOBODY);
        Cursor cursor = Cursor.of(page, ascending);
        Conditions conditions = new Conditions("c.workspace_id = :workspace", filter.workspaceId())
                .and("c.mode = :mode", "mode", filter.mode().text())
                .and("c.type = :type", "type", filter.type())
                .and("c.status = :status", "status", filter.status())
                .and("c.customer_id = :customer", "customer", filter.customerId())
                .and("c.partner_id = :partner", "partner", filter.partnerId())
                .and("c.invoice_id = :invoice", "invoice", filter.invoiceId())
                .and("c.partner_id = :tenant", "tenant", tenant)
                .and("c.id in (select t.commission_id from payout_part t where t.workspace_id = :workspace and t.payout_id = :payout"
                        + " and t.earnings <> 0)", "payout", filter.payoutId())
                .and("c.partner_id in (select e.partner_id from enrollment e where e.workspace_id = :workspace and e.group_id = :group)",
                        "group", filter.groupId())
                .and("c.partner_id in (select v.partner_id from tagged_partner v where v.workspace_id = :workspace and v.tag_id = :tag)",
                        "tag", filter.partnerTagId())
                .and("c.occurred_at >= :since", "since", column(filter.start()))
                .and("c.occurred_at < :until", "until", column(filter.end()));
        if (!CommissionStatus.CANCELED.text().equals(filter.status())) {
            // A commission that was credited for a while only, because not all was known yet, is history and none:
            // it is seen by those who ask for canceled ones.
            conditions.and("(c.earned <> 0 or c.manual_status is not null or c.paid_at is not null)");
        }
        conditions.and("c.id " + cursor.beyond() + " :cursor", "cursor", cursor.id());
        List<?> rows = conditions.bind(database.createNativeQuery("select c.* from commission c" + conditions.text()
                        + " order by " + (byAmount ? cursor.order("c.amount", "c.id") : order(cursor, filter)), Commission.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return cursor.inOrder(rows.stream().map(Commission.class::cast).map(CommissionList::view).toList());
    }

    /** @return the order by id, as the index has it that finds the fewest */
    private static String order(Cursor cursor, CommissionFilter filter) {
        if (filter.invoiceId() != null) {
            return cursor.order("c.invoice_id", "c.id");
        }
        if (filter.customerId() != null) {
            return cursor.order("c.customer_id", "c.id");
        }
        return filter.partnerId() != null || filter.tenantId() != null ? cursor.order("c.partner_id", "c.id")
                : cursor.order("c.workspace_id", "c.mode", "c.id");
    }

    /** @return the commission; empty when the workspace has no such one that a key of this mode reaches */
    public Optional<CommissionView> byId(WorkspaceId workspaceId, Mode by, String id) {
        return database.createQuery("select c from Commission c where c.workspaceId = :workspace and c.id = :id"
                        + " and c.mode in :modes", Commission.class)
                .setParameter("workspace", workspaceId).setParameter("id", id).setParameter("modes", by.reachedModes())
                .getResultStream().map(CommissionList::view).findFirst();
    }

    /** Takes an entry of a commission. */
    @FunctionalInterface
    public interface Entries {

        /** @param knownAt when the entry became known */
        void take(String commissionId, Instant knownAt, EntryView entry);
    }

    /** Shows the entries of commissions, those of each in the order in which they became known. */
    public void entries(WorkspaceId workspaceId, Collection<String> commissionIds, Entries entries) {
        if (!commissionIds.isEmpty()) {
            database.createQuery("select e from CommissionEntry e where e.workspaceId = :workspace and e.commissionId in :commissions"
                            + " order by e.recordedAt, length(e.entryKey), e.entryKey", CommissionEntry.class)
                    .setParameter("workspace", workspaceId).setParameter("commissions", List.copyOf(commissionIds))
                    .getResultStream().forEach(entry -> entries.take(entry.commissionId, entry.recordedAt, entry.view()));
        }
    }

    /** @return who holds it and why, or null when nobody does */
    private static CommissionView.Held hold(Commission row) {
        if (row.status != CommissionStatus.HOLD) {
            return null;
        }
        return row.heldFor == null ? new CommissionView.Held(Hold.DISPUTE, null) : new CommissionView.Held(row.heldFor, row.holdReason);
    }

    private static CommissionView view(Commission row) {
        StoredMoney.of(row.id, row.sold, row.currency);
        return new CommissionView(row.id, row.type, row.status, row.quantity,
                new CommissionView.Sums(row.amount, row.earnings,
                        StoredMoney.change(row.id, row.earned), row.paid),
                row.currency, new CommissionView.Subject(row.partnerId, row.customerId, row.saleId, row.invoiceId,
                        row.leadId),
                new CommissionView.Times(row.occurredAt, row.createdAt, row.updatedAt, row.paidAt, row.dueAt), hold(row),
                row.rewardTerms, row.description, row.userId,
                EarningBase.kept(row.rewardInputs).orElse(null));
    }
}
