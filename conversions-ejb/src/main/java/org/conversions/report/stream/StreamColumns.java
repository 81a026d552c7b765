package org.conversions.report.stream;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** The columns that a kind of events is read from, each by a name of its own. {@code e} is the table of the event. */
final class StreamColumns {

    private final Map<String, String> columns;

    private StreamColumns(Map<String, String> columns) {
        this.columns = columns;
    }

    /** @param at the column of the event's own time */
    static StreamColumns of(String at) {
        return new StreamColumns(Map.of()).text("id", "e.id").text("workspace_id", "e.workspace_id").text("at", at);
    }

    /** Says where the id stands, if it is not that of {@code e}. */
    StreamColumns id(String column) {
        return text("id", column);
    }

    /** Says which table has the workspace, if it is not {@code e}. */
    StreamColumns workspace(String table) {
        return text("workspace_id", table + ".workspace_id");
    }

    StreamColumns mode(String table) {
        return text("mode", table + ".mode");
    }

    StreamColumns link() {
        return text("link_id", "l.id").text("link_domain", "l.domain").text("link_key", "l.link_key");
    }

    StreamColumns partner() {
        return text("partner_id", "p.id").text("partner_name", "p.name");
    }

    StreamColumns customer() {
        return text("customer_id", "b.id").text("customer_name", "b.name").text("customer_email", "b.email")
                .text("customer_external_id", "b.external_id").text("customer_country", "b.country");
    }

    StreamColumns visit(String table) {
        return text("visit_country", table + ".country").text("visit_city", table + ".city").text("visit_device", table + ".device")
                .text("visit_browser", table + ".browser").text("visit_referer", table + ".referer")
                .text("visit_trigger", table + ".cause");
    }

    StreamColumns money(String amount, String currency) {
        return text("amount", amount).text("currency", currency);
    }

    /** Adds a column, or says that it stands somewhere else. */
    StreamColumns text(String name, String column) {
        Map<String, String> more = new LinkedHashMap<>(columns);
        more.put(name, column);
        return new StreamColumns(more);
    }

    /** Returns the beginning of the statement. */
    String select() {
        return columns.entrySet().stream().map(column -> column.getValue() + " as " + column.getKey())
                .collect(Collectors.joining(", ", "select ", ""));
    }

    /** Says which types the columns have. */
    NativeQuery<?> named(NativeQuery<?> query) {
        columns.keySet().forEach(name -> query.addScalar(name, switch (name) {
            case "at" -> LocalDateTime.class;
            case "amount" -> Long.class;
            default -> String.class;
        }));
        return query;
    }

    StreamEvent event(StreamKind kind, Object[] row) {
        List<String> names = new ArrayList<>(columns.keySet());
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            values.put(names.get(i), row[i]);
        }
        Values is = new Values(values);
        return new StreamEvent(kind, is.text("id"), new WorkspaceId(is.text("workspace_id")),
                is.text("mode") == null ? null : Mode.of(is.text("mode")), UtcTime.instant((LocalDateTime) values.get("at")),
                is.text("link_id") == null ? null : new StreamEvent.Link(is.text("link_id"), is.text("link_domain"), is.text("link_key")),
                is.text("customer_id") == null ? null : new StreamEvent.Customer(is.text("customer_id"), is.text("customer_name"),
                        is.text("customer_email"), is.text("customer_external_id"), is.text("customer_country")),
                is.text("partner_id") == null ? null : new StreamEvent.Partner(is.text("partner_id"), is.text("partner_name")),
                (Long) values.get("amount"), is.text("currency"), is.text("name"), is.text("type"), is.text("sale_id"),
                is.text("commission_id"), is.text("visit_country") == null ? null : new StreamEvent.Visit(is.text("visit_country"),
                        is.text("visit_city"), is.text("visit_device"), is.text("visit_browser"), is.text("visit_referer"),
                        is.text("visit_trigger")));
    }

    private record Values(Map<String, Object> values) {

        String text(String name) {
            return (String) values.get(name);
        }
    }
}
