package org.conversions.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conversions.platform.database.InList;
import org.conversions.workspace.Withdrawal;
import org.conversions.workspace.WithdrawnRows;

/** Runs the deletions of all rooms for a turn, in one transaction. */
@ApplicationScoped
class WithdrawnDeletes {

    /** Stands for an id that there is not. */
    private static final String NONE = "";

    @PersistenceContext(unitName = "conversions")
    EntityManager database;

    @Transactional(TxType.REQUIRES_NEW)
    public void run(Withdrawal things, Iterable<WithdrawnRows> rooms, WithdrawnRows.Turn turn) {
        Map<String, Object> values = new HashMap<>(Map.of("workspace", things.workspaceId(), "mark", things.mark(),
                "links", things.links().isEmpty() ? List.of(NONE) : things.links(),
                "connection", Objects.requireNonNullElse(things.connection(), NONE),
                "program", Objects.requireNonNullElse(things.program(), NONE),
                "partner", Objects.requireNonNullElse(things.partner(), NONE)));
        for (WithdrawnRows room : rooms) {
            if (room.turn() == turn) {
                room.deletions().forEach(deletions -> run(deletions, values));
            }
        }
    }

    private void run(WithdrawnRows.Deletions deletions, Map<String, Object> values) {
        if (deletions.ids() == null) {
            deletions.deletes().forEach(sql -> bound(sql, values).executeUpdate());
            return;
        }
        List<?> found = bound(deletions.ids(), values).getResultList();
        for (List<?> some : InList.<Object>parts(found)) {
            values.put("ids", some);
            deletions.deletes().forEach(sql -> bound(sql, values).executeUpdate());
        }
    }

    private Query bound(String sql, Map<String, Object> values) {
        Query query = database.createNativeQuery(sql);
        query.getParameters().forEach(parameter -> query.setParameter(parameter.getName(), values.get(parameter.getName())));
        return query;
    }
}
