package org.conversions.report.stream;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conversions.workspace.Mode;

/** Finds the newest events for a reader who has none yet. Customers who were lost are not among them. */
@Dependent
class StreamRecent {

    /** How many of a kind are looked at when only some of them are wanted. */
    private static final int LOOKED_AT = 300;

    private static final Map<StreamKind, String> NEWEST = Map.of(
            StreamKind.CLICK, "select e.id from click e where e.workspace_id = :workspace and e.uncounted is null"
                    + " order by e.workspace_id desc, e.uncounted desc, e.id desc",
            StreamKind.LEAD, "select e.id from conversion_lead e where e.workspace_id = :workspace and e.mode = :mode"
                    + " order by e.workspace_id desc, e.mode desc, e.id desc",
            StreamKind.SALE, "select e.id from sale e where e.workspace_id = :workspace and e.mode = :mode"
                    + " order by e.workspace_id desc, e.mode desc, e.id desc",
            StreamKind.REFUND, "select t.id from (select e.id, e.kind, e.sale_id, e.occurred_at from sale_entry e"
                    + " where e.workspace_id = :workspace order by e.workspace_id desc, e.occurred_at desc, e.sale_id desc limit "
                    + LOOKED_AT + ") t join sale s on s.id = t.sale_id and s.mode = :mode"
                    + " where t.kind not in ('sale', 'correction') order by t.occurred_at desc, t.id desc",
            StreamKind.COMMISSION, "select e.id from (select c.id from commission c where c.workspace_id = :workspace and c.mode = :mode"
                    + " order by c.workspace_id desc, c.mode desc, c.id desc limit " + StreamQuery.RECENT_MAX + ") t"
                    + " join commission_entry e on e.commission_id = t.id order by e.id desc");

    @Inject
    private StreamFacts facts;

    /** @return the newest that the reader wants, the oldest of them first */
    List<StreamEvent> events(StreamQuery query) {
        int max = query.takesAll() ? query.recent() : LOOKED_AT;
        Set<StreamRef> refs = new LinkedHashSet<>();
        NEWEST.forEach((kind, sql) -> {
            if (query.wants(kind)) {
                Mode mode = kind == StreamKind.CLICK ? null : query.mode();
                facts.ids(sql, query.workspaceId(), mode == null ? null : mode.text(), max)
                        .forEach(id -> refs.add(new StreamRef(query.workspaceId(), kind, id)));
            }
        });
        List<StreamEvent> events = new ArrayList<>(facts.read(refs).values().stream().filter(query::takes)
                .sorted(Comparator.comparing(StreamEvent::at).thenComparing(StreamEvent::kind).thenComparing(StreamEvent::id)).toList());
        return events.subList(Math.max(0, events.size() - query.recent()), events.size());
    }
}
