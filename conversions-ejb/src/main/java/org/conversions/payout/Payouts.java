package org.conversions.payout;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.query.Cursor;
import org.conversions.workspace.Mode;

/** Reads payouts. */
@Stateless
public class Payouts {

    /** Bounds the payouts that {@link #each} holds at once. */
    private static final int TOGETHER_MAX = 500;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /**
     * The conditions of a list of payouts; null does not filter.
     *
     * @param start by the time they were made
     */
    public record Filter(WorkspaceId workspaceId, Mode mode, String partnerId, String groupId, String batchId, Collection<PayoutStatus> statuses, Instant start,
                         Instant end) {
    }

    /** The orders of a list. */
    public enum Order implements Word {
        CREATED("createdAt", null), AMOUNT("amount", "p.amount"), INITIATED("initiatedAt", "p.initiatedAt"), PAID("paidAt", "p.paidAt");

        private final String text;
        private final String column;

        Order(String text, String column) {
            this.text = text;
            this.column = column;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /** @throws RequestRefused unprocessable when a cursor is given with another order than that by the time they were made */
    public List<PayoutView> list(Filter filter, Order order, boolean ascending, Page page) {
        if (page.byCursor() && order != Order.CREATED) {
            throw RequestRefused.unprocessable("fields_conflicting",
                    "startingAfter, endingBefore: only with sortBy createdAt");
        }
        Cursor cursor = Cursor.of(page, ascending);
        Conditions conditions = new Conditions("p.workspaceId = :workspace", filter.workspaceId())
                .and("p.mode = :mode", "mode", filter.mode())
                .and("p.partnerId = :partner", "partner", PartnerId.of(filter.partnerId()))
                .and("p.partnerId in (select e.partnerId from Enrollment e where e.workspaceId = :workspace and e.groupId = :group)",
                        "group", filter.groupId())
                .and("p.batchId = :batch", "batch", filter.batchId())
                .and("p.status in :statuses", "statuses", filter.statuses())
                .and("p.createdAt >= :start", "start", filter.start())
                .and("p.createdAt < :end", "end", filter.end())
                .and("p.id " + cursor.beyond() + " :cursor", "cursor", cursor.id());
        return cursor.inOrder(conditions.bind(database.createQuery("select p from Payout p" + conditions.text() + " order by "
                        + order(filter, order, cursor), Payout.class)).setFirstResult(page.offset()).setMaxResults(page.size())
                .getResultStream().map(Payout::view).toList());
    }

    /** @return the order as the index has it that finds the fewest */
    private static String order(Filter filter, Order order, Cursor cursor) {
        if (order != Order.CREATED) {
            return cursor.order("p.workspaceId", order.column, "p.id");
        }
        return filter.batchId() != null ? cursor.order("p.batchId", "p.id")
                : filter.partnerId() != null ? cursor.order("p.workspaceId", "p.partnerId", "p.id") : cursor.order("p.workspaceId", "p.id");
    }

    /** @return a payout of the workspace */
    public Optional<PayoutView> byId(WorkspaceId workspaceId, String payoutId) {
        return byIds(workspaceId, List.of(payoutId)).values().stream().findFirst();
    }

    /** @return those that the workspace has, by their ids */
    public Map<String, PayoutView> byIds(WorkspaceId workspaceId, Collection<String> payoutIds) {
        return payoutIds.isEmpty() ? Map.of() : database.createQuery("select p from Payout p where p.workspaceId = :workspace"
                        + " and p.id in :ids", Payout.class)
                .setParameter("workspace", workspaceId).setParameter("ids", List.copyOf(payoutIds))
                .getResultStream().map(Payout::view).collect(Collectors.toMap(PayoutView::id, payout -> payout));
    }

    /** Shows all payouts of a batch that are of this status, the oldest first, some at a time. */
    public void each(WorkspaceId workspaceId, String batchId, PayoutStatus status, Consumer<PayoutView> consumer) {
        List<PayoutView> some = new ArrayList<>();
        String after = "";
        do {
            some.clear();
            database.createQuery("select p from Payout p where p.workspaceId = :workspace and p.batchId = :batch"
                            + " and p.status = :status and p.id > :after order by p.id", Payout.class)
                    .setParameter("workspace", workspaceId).setParameter("batch", batchId).setParameter("status", status)
                    .setParameter("after", after).setMaxResults(TOGETHER_MAX).getResultStream().map(Payout::view).forEach(some::add);
            some.forEach(consumer);
            database.clear();
            after = some.isEmpty() ? after : some.get(some.size() - 1).id();
        } while (some.size() == TOGETHER_MAX);
    }
}
