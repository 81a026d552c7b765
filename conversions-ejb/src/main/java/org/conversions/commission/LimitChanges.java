package org.conversions.commission;

import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.query.Columns.time;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.conversions.commission.SpentRewards.Kind;
import org.conversions.platform.Ids;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * What partners earn under spend limits, as far as it is to be looked at again. Each transaction adds a row of its own, so that those
 * of one partner do not wait for each other; whoever looks takes all of a kind that are there, and nobody else then.
 */
@Dependent
class LimitChanges {

    /** Bounds those that are taken at once; the others are there again afterwards. */
    private static final int TAKEN_MAX = 1_000;
    private static final String OF_KIND = " where partner_id = :partner and program_id = :program and mode = :mode"
            + " and currency = :currency and workspace_id = :workspace";
    private static final String LOOKING = "looking";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private TransactionMemory memory;

    /** A turn to begin with. @param name the first at that moment */
    record Place(Instant at, String name) {
    }

    /** Earnings that count together, of a partner. */
    record Whose(WorkspaceId workspaceId, Kind kind) {
    }

    /** What is to be looked at again, from a turn on. @param ids none when there is nothing */
    record Taken(WorkspaceId workspaceId, Kind kind, Place from, List<String> ids) {
    }

    /** Has everything looked at again that has its turn at a moment or later. */
    void add(WorkspaceId workspaceId, Kind kind, Instant at) {
        KnownRows<Kind, Instant> added = memory.of(LimitChanges.class, workspaceId);
        if (memory.<String, Boolean>of(LimitChanges.class, LOOKING).isKnown(LOOKING)
                || added.isKnown(kind) && !added.get(kind, none -> null).isAfter(at)) {
            return;
        }
        added.put(kind, at);
        add(workspaceId, kind, new Place(at, ""));
    }

    /** Has the rest of what is looked at looked at later. */
    void add(WorkspaceId workspaceId, Kind kind, Place from) {
        bound(database.createNativeQuery("insert into limit_change (id, partner_id, program_id, mode, currency, workspace_id, from_at, from_name)"
                + " values (:id, :partner, :program, :mode, :currency, :workspace, :at, :name)"), workspaceId, kind)
                .setParameter("id", Ids.next("lc", clock)).setParameter("at", column(from.at())).setParameter("name", from.name())
                .executeUpdate();
    }

    /** @return whose earnings have waited longest to be looked at again */
    Optional<Whose> first() {
        List<?> oldest = database.createNativeQuery("select c.workspace_id, c.program_id, c.partner_id, c.mode, c.currency"
                + " from limit_change c order by c.id limit 1").getResultList();
        return oldest.stream().findFirst().map(Object[].class::cast).map(row -> new Whose(new WorkspaceId((String) row[0]),
                new Kind((String) row[1], new PartnerId((String) row[2]), Mode.of((String) row[3]), Commission.SALE, (String) row[4])));
    }

    /** Takes what is there of somebody's earnings, perhaps nothing any more, and adds nothing in this transaction by itself. */
    Taken take(Whose whose) {
        memory.<String, Boolean>of(LimitChanges.class, LOOKING).put(LOOKING, true);
        return taken(whose.workspaceId(), whose.kind());
    }

    /** Two who take meet at a row: one that either of them has was committed before the other began. */
    private Taken taken(WorkspaceId workspaceId, Kind kind) {
        List<?> rows = bound(database.createNativeQuery("select id, from_at, from_name from limit_change" + OF_KIND
                + " order by partner_id, id limit " + TAKEN_MAX + " for update"), workspaceId, kind).getResultList();
        return new Taken(workspaceId, kind, rows.stream().map(Object[].class::cast)
                .map(row -> new Place(time(row[1]), (String) row[2]))
                .min(Comparator.comparing(Place::at).thenComparing(Place::name)).orElse(null),
                rows.stream().map(row -> (String) ((Object[]) row)[0]).toList());
    }

    void done(Taken taken) {
        database.createNativeQuery("delete from limit_change where id in (:ids) and workspace_id = :workspace")
                .setParameter("ids", taken.ids()).setParameter("workspace", taken.workspaceId()).executeUpdate();
    }

    private static Query bound(Query query, WorkspaceId workspaceId, Kind kind) {
        return query.setParameter("partner", kind.partnerId()).setParameter("program", kind.programId())
                .setParameter("mode", kind.mode().text()).setParameter("currency", kind.currency()).setParameter("workspace", workspaceId);
    }
}
