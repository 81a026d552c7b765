package org.conversions.statistics;

import static org.conversions.platform.UtcTime.column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.conversions.platform.database.InList;
import org.conversions.platform.database.Upsert;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;

/** Adds to the cells and totals. Only who holds the lock of the merge does so. */
final class CellRows {

    private static final String[] SUMS = {"clicks", "leads", "sales", "refunds", "gross_amount", "refunded_amount"};
    private static final Upsert CELLS = Upsert.into("statistics_cell", "workspace_id", "trait", "minutes", "mode", "cell_at",
            "value_key").adding(SUMS);
    private static final Upsert LINK_CELLS = Upsert.into("statistics_link_cell", "workspace_id", "minutes", "mode", "cell_at",
            "link_id").adding(SUMS);
    private static final Upsert TEXTS = Upsert.into("statistics_text", "value_key").keeping("text");
    private static final Upsert LINKS = Upsert.into("statistics_link", "link_id", "mode").keeping("workspace_id").adding(SUMS)
            .adding("conversions").latest("last_clicked_at");
    private static final Upsert BUYERS = Upsert.into("statistics_buyer", "customer_id", "link_id", "mode").adding("sales");

    private CellRows() {
    }

    static void add(Connection connection, Cells cells) throws SQLException {
        try (PreparedStatement texts = TEXTS.prepare(connection)) {
            for (Map.Entry<String, String> text : cells.texts.entrySet()) {
                DeltaRows.add(texts, text.getKey(), text.getValue());
            }
            texts.executeBatch();
        }
        try (PreparedStatement traits = CELLS.prepare(connection)) {
            for (Map.Entry<Cells.Key, Sums> row : cells.traitsInOrder()) {
                Cells.Key key = row.getKey();
                Sums sums = row.getValue();
                DeltaRows.add(traits, key.workspaceId().value(), key.trait().text(), key.minutes(), key.mode(),
                        column(key.at()), key.value(), sums.clicks, sums.leads, sums.sales, sums.refunds, sums.grossAmount,
                        sums.refundedAmount);
            }
            traits.executeBatch();
        }
        try (PreparedStatement links = LINK_CELLS.prepare(connection)) {
            for (Map.Entry<Cells.LinkKey, Sums> row : cells.linksInOrder()) {
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
        try (PreparedStatement buyers = BUYERS.prepare(connection)) {
            for (Map.Entry<LinkTotals.Buyer, Long> row : totals.bought.entrySet()) {
                LinkTotals.Key link = row.getKey().link();
                DeltaRows.add(buyers, row.getKey().customerId(), link.linkId(), link.mode(), row.getValue());
            }
            buyers.executeBatch();
        }
        try (PreparedStatement links = LINKS.prepare(connection)) {
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
        Map<LinkTotals.Buyer, Long> before = new HashMap<>();
        for (List<CustomerId> some : InList.<CustomerId>parts(new TreeSet<>(totals.bought.keySet().stream()
                .map(LinkTotals.Buyer::customerId).toList()))) {
            try (PreparedStatement select = connection.prepareStatement("select customer_id, link_id, mode, sales"
                    + " from statistics_buyer where customer_id in (" + InList.marks(some.size()) + ")")) {
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
}
