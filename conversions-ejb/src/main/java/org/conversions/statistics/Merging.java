package org.conversions.statistics;

import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.UtcTime.instant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conversions.click.Click;
import org.conversions.click.ClickRows;
import org.conversions.click.LinkClicks;
import org.conversions.platform.database.InList;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** The statements of a merge, all of them in one transaction. */
final class Merging {

    /** Bound what is merged at once: rows of clicks, clicks themselves, and facts. */
    static final int CLICK_ROWS_MAX = 200;
    static final int CLICKS_MAX = 10_000;
    static final int FACTS_MAX = 2_000;
    static final Duration LEASE = Duration.ofSeconds(5);

    /** What is there to be merged, by the ids of the rows. */
    private record Found(List<String> clickRows, List<ClickId> clickIds, Map<String, Fact> facts) {

        boolean mayBeMore() {
            return clickRows.size() == CLICK_ROWS_MAX || clickIds.size() >= CLICKS_MAX || facts.size() == FACTS_MAX;
        }
    }

    private final Connection connection;
    private final int valuesMax;
    private final Instant now;

    /** @param valuesMax bounds the values of a trait and a day that have cells */
    Merging(Connection connection, int valuesMax, Instant now) {
        this.connection = connection;
        this.valuesMax = valuesMax;
        this.now = now;
    }

    boolean isNothingThere() throws SQLException {
        return isNothingToMerge() && !LinkClicks.isDue(connection, now);
    }

    private boolean isNothingToMerge() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("(select id from statistics_click_delta limit 1)"
                + " union all (select id from statistics_delta limit 1)"
                + " union all (select id from statistics_earning_delta limit 1)"); ResultSet rows = select.executeQuery()) {
            return !rows.next();
        }
    }

    /** Takes the lock, and the lease for some time longer. @return false when another node has either */
    boolean isTurnOf(String node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select node, leased_until from statistics_merge"
                + " where id = 1 for update skip locked"); ResultSet row = select.executeQuery()) {
            if (!row.next() || !row.getString(1).equals(node)
                    && instant(row.getObject(2, LocalDateTime.class)).isAfter(now)) {
                return false;
            }
        }
        try (PreparedStatement lease = connection.prepareStatement(
                "update statistics_merge set node = ?, leased_until = ? where id = 1")) {
            lease.setString(1, node);
            lease.setObject(2, column(now.plus(LEASE)));
            lease.executeUpdate();
        }
        return true;
    }

    /** Takes the lock, whoever has the lease, once a merge that is under way has ended. */
    void lock() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select node from statistics_merge where id = 1 for update")) {
            select.executeQuery().close();
        }
    }

    /** Brings clicks to their links, if it is time to. */
    void bringDueToLinks() throws SQLException {
        if (LinkClicks.isDue(connection, now)) {
            LinkClicks.bring(connection);
        }
    }

    /** Brings what is there into the cells and totals, and notes clicks for their links. @return whether there may be more */
    boolean merge() throws SQLException {
        Found found = found();
        Set<ClickId> ids = new LinkedHashSet<>(found.clickIds());
        found.facts().values().forEach(fact -> ids.add(fact.clickId()));
        Map<ClickId, Click> known = ClickRows.byIds(connection, ids);
        Cells cells = new Cells();
        LinkTotals totals = new LinkTotals();
        // One that was removed before it was counted is counted by nobody: a removal lets this happen first.
        found.clickIds().stream().filter(known::containsKey).map(known::get).forEach(click -> {
            cells.add(click);
            totals.add(click);
        });
        found.facts().values().forEach(fact -> {
            cells.add(fact, known.get(fact.clickId()));
            totals.add(fact);
        });
        LinkClicks.note(connection, found.clickIds().stream().filter(known::containsKey).map(known::get).toList(), now);
        new FullDays(connection, valuesMax).keepTo(cells);
        CellRows.add(connection, cells);
        CellRows.add(connection, totals);
        InList.delete(connection, "statistics_click_delta", found.clickRows());
        InList.delete(connection, "statistics_delta", found.facts().keySet());
        boolean moreEarnings = new EarningRows(connection).merge();
        return moreEarnings || found.mayBeMore();
    }

    private Found found() throws SQLException {
        List<String> clickRows = new ArrayList<>();
        List<ClickId> clickIds = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select id, click_ids from statistics_click_delta"
                + " order by id limit " + CLICK_ROWS_MAX); ResultSet rows = select.executeQuery()) {
            while (clickIds.size() < CLICKS_MAX && rows.next()) {
                clickRows.add(rows.getString(1));
                clickIds.addAll(clickIds(rows.getString(2)));
            }
        }
        Map<String, Fact> facts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("select id, workspace_id, mode, link_id, click_id,"
                + " customer_id, occurred_at, leads, sales, refunds, gross_amount, refunded_amount from statistics_delta"
                + " order by id limit " + FACTS_MAX); ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                facts.put(rows.getString(1), fact(rows));
            }
        }
        return new Found(clickRows, clickIds, facts);
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(new WorkspaceId(row.getString("workspace_id")), Mode.of(row.getString("mode")),
                new LinkId(row.getString("link_id")), new ClickId(row.getString("click_id")),
                CustomerId.of(row.getString("customer_id")),
                instant(row.getObject("occurred_at", LocalDateTime.class)), row.getLong("leads"), row.getLong("sales"),
                row.getLong("refunds"), row.getLong("gross_amount"), row.getLong("refunded_amount"));
    }

    /** @param text ids without anything between them */
    static List<ClickId> clickIds(String text) {
        List<ClickId> ids = new ArrayList<>();
        for (int i = 0; i < text.length(); i += DeltaRows.ID_LENGTH) {
            ids.add(new ClickId(text.substring(i, i + DeltaRows.ID_LENGTH)));
        }
        return ids;
    }
}
