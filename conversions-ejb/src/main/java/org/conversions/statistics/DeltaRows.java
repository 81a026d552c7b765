package org.conversions.statistics;

import static org.conversions.platform.UtcTime.column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.commission.CommissionBooked;
import org.conversions.platform.Ids;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.RowId;
import org.conversions.platform.id.WorkspaceId;

/** Writes what one transaction brings to the figures: new rows, and the totals of its buyers. */
final class DeltaRows {

    /** Of a click's id. */
    static final int ID_LENGTH = 16;
    /** Bounds the clicks of a row, as the column does. */
    static final int CLICKS_MAX = 512;

    private static final String CLICKS = "insert into statistics_click_delta (id, workspace_id, click_ids) values (?, ?, ?)";
    private static final String FACTS = "insert into statistics_delta (id, workspace_id, mode, link_id, click_id, customer_id,"
            + " occurred_at, leads, sales, refunds, gross_amount, refunded_amount) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String EARNINGS = "insert into statistics_earning_delta (id, workspace_id, partner_id, mode, currency,"
            + " link_id, occurred_at, earnings, status, standing, paid) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String CUSTOMERS = "insert into statistics_customer (customer_id, sales, refunds,"
            + " gross_amount, refunded_amount, first_sale_at) values (?, ?, ?, ?, ?, ?)"
            + " on duplicate key update sales = sales + values(sales), refunds = refunds + values(refunds),"
            + " gross_amount = gross_amount + values(gross_amount),"
            + " refunded_amount = refunded_amount + values(refunded_amount), first_sale_at ="
            + " least(coalesce(first_sale_at, values(first_sale_at)),"
            + " coalesce(values(first_sale_at), first_sale_at))";

    private DeltaRows() {
    }

    static void write(Connection connection, Deltas deltas, Clock clock) throws SQLException {
        clicks(connection, deltas.clicks, clock);
        List<Fact> facts = deltas.facts();
        if (!facts.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(FACTS)) {
                for (Fact fact : facts) {
                    add(insert, Ids.next("sd", clock), fact.workspaceId(), fact.mode().text(), fact.linkId(),
                            fact.clickId(), fact.customerId(), column(fact.at()), fact.leads(), fact.sales(), fact.refunds(),
                            fact.grossAmount(), fact.refundedAmount());
                }
                insert.executeBatch();
            }
        }
        if (!deltas.earnings.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(EARNINGS)) {
                for (CommissionBooked booked : deltas.earnings) {
                    add(insert, Ids.next("se", clock), booked.workspaceId(), booked.partnerId(), booked.mode().text(),
                            booked.earnings().currency(), booked.linkId() == null ? "" : booked.linkId().value(), column(booked.at()),
                            booked.earnings().minor(), booked.status().text(), booked.standing(), booked.paid());
                }
                insert.executeBatch();
            }
        }
        if (!deltas.buyers.changes.isEmpty()) {
            try (PreparedStatement customers = connection.prepareStatement(CUSTOMERS)) {
                for (Map.Entry<CustomerId, BuyerTotals.Change> row : deltas.buyers.changes.entrySet()) {
                    BuyerTotals.Change change = row.getValue();
                    add(customers, row.getKey(), change.sales, change.refunds, change.grossAmount, change.refundedAmount,
                            column(change.firstSaleAt));
                }
                customers.executeBatch();
            }
        }
    }

    private static void clicks(Connection connection, Map<WorkspaceId, List<ClickId>> clicks, Clock clock)
            throws SQLException {
        if (clicks.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(CLICKS)) {
            for (Map.Entry<WorkspaceId, List<ClickId>> row : clicks.entrySet()) {
                List<ClickId> ids = row.getValue();
                for (int i = 0; i < ids.size(); i += CLICKS_MAX) {
                    add(insert, Ids.next("sc", clock), row.getKey(),
                            ids.subList(i, Math.min(ids.size(), i + CLICKS_MAX)).stream().map(ClickId::value)
                                    .collect(Collectors.joining()));
                }
            }
            insert.executeBatch();
        }
    }

    static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, RowId.column(values[i]));
        }
        statement.addBatch();
    }
}
