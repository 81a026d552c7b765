package org.conversions.report.stream;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.platform.database.InList;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.query.NativeQuery;

/** Reads what notes name, some at a time: by the ids of the rows and with the names that are shown beside them. */
@Dependent
class StreamFacts {

    private static final String LINK = " left join link l on l.id = e.link_id";
    private static final String PARTNER = " left join partner p on p.id = l.partner_id";
    private static final String CUSTOMER = " left join customer b on b.id = e.customer_id";
    private static final String CLICK = " left join click c on c.id = e.click_id";
    private static final String OF_WORKSPACES = " where e.workspace_id in (:workspaces) and e.id in (:ids)";

    /** Where each kind is read, by a name for each column. */
    private static final Map<StreamKind, StreamColumns> COLUMNS = Map.of(
            StreamKind.CLICK, StreamColumns.of("e.clicked_at").link().partner().visit("e"),
            StreamKind.LEAD, StreamColumns.of("e.occurred_at").mode("e").link().partner().customer().visit("c").text("name", "e.event_name"),
            StreamKind.SALE, StreamColumns.of("e.paid_at").mode("e").link().partner().customer().visit("c").text("name", "e.event_name")
                    .money("e.amount", "e.currency").text("sale_id", "e.id"),
            StreamKind.REFUND, StreamColumns.of("t.occurred_at").id("t.id").mode("e").link().partner().customer()
                    .text("name", "e.event_name").money("t.amount", "e.currency").text("type", "t.kind").text("sale_id", "e.id"),
            StreamKind.COMMISSION, StreamColumns.of("t.occurred_at").id("t.id").mode("e").link().partner().customer()
                    .money("t.earnings", "e.currency").text("type", "e.type").text("sale_id", "e.sale_id")
                    .text("commission_id", "e.id"),
            StreamKind.CHURN, StreamColumns.of("b.subscription_canceled_at").id("b.id").workspace("b").mode("b").link().partner().customer());

    private static final Map<StreamKind, String> FROM = Map.of(
            StreamKind.CLICK, " from click e" + LINK + PARTNER + OF_WORKSPACES,
            StreamKind.LEAD, " from conversion_lead e" + LINK + PARTNER + CUSTOMER + CLICK + OF_WORKSPACES,
            StreamKind.SALE, " from sale e" + LINK + PARTNER + CUSTOMER + CLICK + OF_WORKSPACES,
            StreamKind.REFUND, " from sale_entry t join sale e on e.id = t.sale_id" + LINK + PARTNER + CUSTOMER
                    + " where t.workspace_id in (:workspaces) and t.id in (:ids)",
            StreamKind.COMMISSION, " from commission_entry t join commission e on e.id = t.commission_id" + LINK
                    + " left join partner p on p.id = e.partner_id" + CUSTOMER
                    + " where t.workspace_id in (:workspaces) and t.id in (:ids)",
            StreamKind.CHURN, " from customer b left join customer_click k on k.customer_id = b.id and k.clicked_at ="
                    + " (select max(o.clicked_at) from customer_click o where o.customer_id = b.id)"
                    + " left join link l on l.id = k.link_id" + PARTNER
                    + " where b.workspace_id in (:workspaces) and b.id in (:ids) and b.subscription_canceled_at is not null");

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return what is there of it; what is gone again is left out */
    Map<StreamRef, StreamEvent> read(Collection<StreamRef> refs) {
        Map<StreamRef, StreamEvent> events = new HashMap<>();
        refs.stream().collect(Collectors.groupingBy(StreamRef::kind)).forEach((kind, some) -> read(kind, some, events));
        return events;
    }

    private void read(StreamKind kind, List<StreamRef> refs, Map<StreamRef, StreamEvent> events) {
        StreamColumns columns = COLUMNS.get(kind);
        for (List<StreamRef> some : InList.<StreamRef>parts(refs)) {
            NativeQuery<?> query = columns.named(database.createNativeQuery(columns.select() + FROM.get(kind)).unwrap(NativeQuery.class));
            query.setParameterList("workspaces", some.stream().map(ref -> ref.workspaceId().value()).distinct().toList())
                    .setParameterList("ids", some.stream().map(StreamRef::id).distinct().toList())
                    .getResultList().forEach(row -> {
                        StreamEvent event = columns.event(kind, (Object[]) row);
                        events.put(new StreamRef(event.workspaceId(), kind, event.id()), event);
                    });
        }
    }

    /** @return the ids that a statement finds with the parameters {@code :workspace} and perhaps {@code :mode} */
    List<String> ids(String sql, WorkspaceId workspaceId, String mode, int max) {
        NativeQuery<?> query = database.createNativeQuery(sql, String.class).unwrap(NativeQuery.class)
                .setParameter("workspace", workspaceId).setMaxResults(max);
        if (mode != null) {
            query.setParameter("mode", mode);
        }
        return query.getResultList().stream().map(String.class::cast).toList();
    }
}
