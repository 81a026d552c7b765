package org.conversions.payout;

import static org.conversions.platform.query.Columns.number;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.conversions.commission.PayoutPartList;
import org.conversions.platform.Page;
import org.conversions.platform.Word;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.query.Cursor;

/** Reads batches. */
@Stateless
public class BatchList {

    /** Bounds the changes that are shown of a batch. */
    public static final int CHANGES_MAX = 1_000;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private PayoutPartList parts;

    /** @return the newest first */
    public List<BatchView> list(WorkspaceId workspaceId, Page page) {
        Cursor cursor = Cursor.of(page, false);
        Conditions where = new Conditions("b.workspaceId = :workspace", workspaceId)
                .and("b.id " + cursor.beyond() + " :cursor", "cursor", cursor.id());
        return cursor.inOrder(where.bind(database.createQuery("select b from PayoutBatch b" + where.text() + " order by "
                        + cursor.order("b.workspaceId", "b.id"), PayoutBatch.class)).setFirstResult(page.offset()).setMaxResults(page.size())
                .getResultStream().map(PayoutBatch::view).toList());
    }

    public Optional<BatchView> byId(WorkspaceId workspaceId, String batchId) {
        return database.createQuery("select b from PayoutBatch b where b.workspaceId = :workspace and b.id = :batch",
                        PayoutBatch.class)
                .setParameter("workspace", workspaceId).setParameter("batch", batchId).getResultStream().findFirst()
                .map(PayoutBatch::view);
    }

    /** @return how many payouts of a batch there are, by what became of them */
    public Map<PayoutStatus, Integer> counts(WorkspaceId workspaceId, String batchId) {
        Map<PayoutStatus, Integer> counts = new EnumMap<>(PayoutStatus.class);
        Stream.of(PayoutStatus.values()).forEach(status -> counts.put(status, 0));
        for (Object row : database.createNativeQuery("select p.status, count(*) from payout p where p.batch_id = :batch"
                        + " and p.workspace_id = :workspace group by p.status")
                .setParameter("batch", batchId).setParameter("workspace", workspaceId).getResultList()) {
            Object[] columns = (Object[]) row;
            counts.put(Word.stored(PayoutStatus.class, (String) columns[0]), (int) number(columns[1]));
        }
        return counts;
    }

    /** @return the parts that changed since a batch was drafted, the newest change first, at most {@link #CHANGES_MAX} */
    public List<PayoutPartList.Part> changes(WorkspaceId workspaceId, String batchId) {
        List<String> changed = database.createNativeQuery("select p.id from payout p where p.batch_id = :batch"
                        + " and p.workspace_id = :workspace and p.amount <> p.drafted order by p.id", String.class)
                .setParameter("batch", batchId).setParameter("workspace", workspaceId).setMaxResults(CHANGES_MAX).getResultList();
        return parts.changes(workspaceId, changed, CHANGES_MAX);
    }
}
