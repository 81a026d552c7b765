package org.conversions.statistics;

import static org.conversions.platform.UtcTime.column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;

/** Adds to the cells and totals. Only who holds the lock of the merge does so. */
final class CellRows {

    private static final String MORE = " on duplicate key update clicks = clicks + values(clicks), leads = leads + values(leads),"
            + " sales = sales + values(sales), refunds = refunds + values(refunds),"
            + " gross_amount = gross_amount + values(gross_amount),"
            + " refunded_amount = refunded_amount + values(refunded_amount)";
    private static final String CELLS = "insert into statistics_cell (workspace_id, trait, minutes, mode, cell_at, value_key,"
            + " clicks, leads, sales, refunds, gross_amount, refunded_amount) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" + MORE;
    private static final String LINK_CELLS = "insert into statistics_link_cell (workspace_id, minutes, mode, cell_at, link_id,"
            + " clicks, leads, sales, refunds, gross_amount, refunded_amount) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" + MORE;
    private static final String TEXTS = "insert into statistics_text (value_key, text) values (?, ?)"
            + " on duplicate key update value_key = value_key";
    private static final String LINKS = "insert into statistics_link (link_id, mode, workspace_id, clicks, leads, sales, refunds,"
            + " gross_amount, refunded_amount, conversions, last_clicked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" + MORE
            + ", conversions = conversions + values(conversions), last_clicked_at ="
            + " greatest(coalesce(last_clicked_at, values(last_clicked_at)),"
            + " coalesce(values(last_clicked_at), last_clicked_at))";
    private static final String BUYERS = "insert into statistics_buyer (customer_id, link_id, mode, sales) values (?, ?, ?, ?)"
            + " on duplicate key update sales = sales + values(sales)";
    private static final int IN_MAX = 500;

    private CellRows() {
    }

    static void add(Connection connection, Cells cells) throws SQLException {
        try (PreparedStatement texts = connection.prepareStatement(TEXTS)) {
            for (Map.Entry<String, String> text : cells.texts.entrySet()) {
                DeltaRows.add(texts, text.getKey(), text.getValue());
            }
            texts.executeBatch();
        }
        try (PreparedStatement traits = connection.prepareStatement(CELLS)) {
            for (Map.Entry<Cells.Key, Sums> row : cells.traits.entrySet()) {
                Cells.Key key = row.getKey();
                Sums sums = row.getValue();
                DeltaRows.add(traits, key.workspaceId().value(), key.trait().text(), key.minutes(), key.mode(),
                        column(key.at()), key.value(), sums.clicks, sums.leads, sums.sales, sums.refunds, sums.grossAmount,
                        sums.refundedAmount);
            }
            traits.executeBatch();
        }
        try (PreparedStatement links = connection.prepareStatement(LINK_CELLS)) {
            for (Map.Entry<Cells.LinkKey, Sums> row : cells.links.entrySet()) {
                Cells.LinkKey key = row.getKey();
                Sums sums = row.getValue();
                DeltaRows.add(links, key.workspaceId().value(), key.minutes(), key.mode(), column(key.at()), key.linkId(),
                        sums.clicks, sums.leads, sums.sales, sums.refunds, sums.grossAmount, sums.refundedAmount);
            }
            links.executeBatch();
        }
    }

    static void add(Connection connection, LinkTotals totals) throws SQLException {
        Map<LinkTotals.Buyer, Long> before = before(connection, totals);
        totals.countBuyers(buyer -> before.getOrDefault(buyer, 0L));
        try (PreparedStatement buyers = connection.prepareStatement(BUYERS)) {
            for (Map.Entry<LinkTotals.Buyer, Long> row : totals.bought.entrySet()) {
                LinkTotals.Key link = row.getKey().link();
                DeltaRows.add(buyers, row.getKey().customerId(), link.linkId(), link.mode(), row.getValue());
            }
            buyers.executeBatch();
        }
        try (PreparedStatement links = connection.prepareStatement(LINKS)) {
            for (Map.Entry<LinkTotals.Key, LinkTotals.Change> row : totals.links.entrySet()) {
                LinkTotals.Key key = row.getKey();
                Sums sums = row.getValue().sums;
                DeltaRows.add(links, key.linkId(), key.mode(), key.workspaceId().value(), sums.clicks, sums.leads, sums.sales,
                        sums.refunds, sums.grossAmount, sums.refundedAmount, row.getValue().conversions,
                        column(row.getValue().lastClickedAt));
            }
            links.executeBatch();
        }
    }

    /** The sales of the buyers that were counted before, by link. */
    private static Map<LinkTotals.Buyer, Long> before(Connection connection, LinkTotals totals) throws SQLException {
        Map<List<Object>, LinkTotals.Buyer> asked = new HashMap<>();
        totals.bought.keySet().forEach(buyer ->
                asked.put(List.of(buyer.customerId(), buyer.link().linkId(), buyer.link().mode()), buyer));
        List<CustomerId> customers = List.copyOf(new TreeSet<>(totals.bought.keySet().stream()
                .map(LinkTotals.Buyer::customerId).toList()));
        Map<LinkTotals.Buyer, Long> before = new HashMap<>();
        for (int i = 0; i < customers.size(); i += IN_MAX) {
            List<CustomerId> some = customers.subList(i, Math.min(customers.size(), i + IN_MAX));
            try (PreparedStatement select = connection.prepareStatement("select customer_id, link_id, mode, sales"
                    + " from statistics_buyer where customer_id in (" + marks(some.size()) + ")")) {
                for (int place = 0; place < some.size(); place++) {
                    select.setString(place + 1, some.get(place).value());
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        LinkTotals.Buyer buyer = asked.get(List.of(new CustomerId(rows.getString(1)),
                                new LinkId(rows.getString(2)), rows.getString(3)));
                        if (buyer != null) {
                            before.put(buyer, rows.getLong(4));
                        }
                    }
                }
            }
        }
        return before;
    }

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
