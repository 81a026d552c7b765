package org.conversions.statistics;

import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.UtcTime.instant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conversions.platform.database.InList;
import org.conversions.platform.database.Upsert;

/** Brings what partners earned into the cells and totals, in the transaction of a merge. */
final class EarningRows {

    static final int ROWS_MAX = 2_000;

    private static final Upsert CELLS = Upsert.into("statistics_earning_cell", "workspace_id", "partner_id", "mode", "currency",
            "minutes", "cell_at", "link_id").adding("earnings");
    private static final Upsert PARTNERS = Upsert.into("statistics_partner", "workspace_id", "partner_id", "mode", "currency",
            "status").adding("earnings", "paid");

    /** What the row of a key is added up from, in the order in which the rows are written. */
    private final Map<String, List<Object>> keys = new TreeMap<>();
    private final Map<String, long[]> cells = new TreeMap<>();
    private final Map<String, long[]> partners = new TreeMap<>();
    private final List<String> ids = new ArrayList<>();
    private final Connection connection;

    EarningRows(Connection connection) {
        this.connection = connection;
    }

    /** @return whether there may be more */
    boolean merge() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id, workspace_id, partner_id, mode, currency, link_id,"
                + " occurred_at, earnings, status, standing, paid from statistics_earning_delta order by id limit " + ROWS_MAX);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString("id"));
                add(rows);
            }
        }
        write(CELLS, cells);
        write(PARTNERS, partners);
        InList.delete(connection, "statistics_earning_delta", ids);
        return ids.size() == ROWS_MAX;
    }

    private void add(ResultSet row) throws SQLException {
        List<Object> partner = List.of(row.getString("workspace_id"), row.getString("partner_id"), row.getString("mode"),
                row.getString("currency"));
        Instant at = instant(row.getObject("occurred_at", LocalDateTime.class));
        long earnings = row.getLong("earnings");
        for (int minutes : earnings == 0 ? new int[0] : new int[] {CellTrait.DAY, CellTrait.HOUR}) {
            sum(cells, partner, List.of(minutes, column(Cells.floor(at, minutes)), row.getString("link_id")))[0] += earnings;
        }
        long[] sums = sum(partners, partner, List.of(row.getString("status")));
        sums[0] += row.getLong("standing");
        sums[1] += row.getLong("paid");
    }

    private long[] sum(Map<String, long[]> sums, List<Object> partner, List<Object> rest) {
        List<Object> key = new ArrayList<>(partner);
        key.addAll(rest);
        keys.put(key.toString(), key);
        return sums.computeIfAbsent(key.toString(), text -> new long[sums == cells ? 1 : 2]);
    }

    private void write(Upsert upsert, Map<String, long[]> sums) throws SQLException {
        try (PreparedStatement insert = upsert.prepare(connection)) {
            for (Map.Entry<String, long[]> row : sums.entrySet()) {
                List<Object> values = new ArrayList<>(keys.get(row.getKey()));
                for (long sum : row.getValue()) {
                    values.add(sum);
                }
                DeltaRows.add(insert, values.toArray());
            }
            insert.executeBatch();
        }
    }
}
