package org.conversions.statistics;

import static org.conversions.platform.UtcTime.column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.RowId;
import org.conversions.sale.SaleCounts;

/**
 * Writes what one transaction brings to the figures, in a fixed order: popular rows are locked for a moment only, and two
 * transactions never wait for each other in a circle.
 */
final class StatisticsRows {

    private static final String HOURS = "insert into statistics_hour (link_id, mode, hour_at, workspace_id, clicks,"
            + " leads, sales, refunds, gross_amount, refunded_amount) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on duplicate key update clicks = clicks + values(clicks), leads = leads + values(leads),"
            + " sales = sales + values(sales), refunds = refunds + values(refunds),"
            + " gross_amount = gross_amount + values(gross_amount),"
            + " refunded_amount = refunded_amount + values(refunded_amount)";
    private static final String LINKS = "insert into statistics_link (link_id, mode, clicks, leads, conversions, sales,"
            + " refunds, gross_amount, refunded_amount, last_clicked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on duplicate key update clicks = clicks + values(clicks), leads = leads + values(leads),"
            + " conversions = conversions + values(conversions), sales = sales + values(sales),"
            + " refunds = refunds + values(refunds), gross_amount = gross_amount + values(gross_amount),"
            + " refunded_amount = refunded_amount + values(refunded_amount), last_clicked_at ="
            + " greatest(coalesce(last_clicked_at, values(last_clicked_at)),"
            + " coalesce(values(last_clicked_at), last_clicked_at))";
    private static final String CUSTOMERS = "insert into statistics_customer (customer_id, sales, refunds,"
            + " gross_amount, refunded_amount, first_sale_at) values (?, ?, ?, ?, ?, ?)"
            + " on duplicate key update sales = sales + values(sales), refunds = refunds + values(refunds),"
            + " gross_amount = gross_amount + values(gross_amount),"
            + " refunded_amount = refunded_amount + values(refunded_amount), first_sale_at ="
            + " least(coalesce(first_sale_at, values(first_sale_at)),"
            + " coalesce(values(first_sale_at), first_sale_at))";

    private StatisticsRows() {
    }

    static void write(Connection connection, Tallies tallies) throws SQLException {
        try (PreparedStatement hours = connection.prepareStatement(HOURS)) {
            for (Map.Entry<Tallies.HourKey, Tally> row : tallies.hours.entrySet()) {
                Tally tally = row.getValue();
                bind(hours, row.getKey().linkId(), row.getKey().mode(), column(row.getKey().hour()),
                        row.getKey().workspaceId(), tally.clicks, tally.leads, tally.sales, tally.refunds,
                        tally.grossAmount, tally.refundedAmount);
            }
            hours.executeBatch();
        }
        try (PreparedStatement customers = connection.prepareStatement(CUSTOMERS)) {
            for (Map.Entry<CustomerId, Tally> row : tallies.customers.entrySet()) {
                Tally tally = row.getValue();
                bind(customers, row.getKey(), tally.sales, tally.refunds, tally.grossAmount, tally.refundedAmount,
                        column(tally.moment));
            }
            customers.executeBatch();
        }
        // Only now that the buyers are locked: who counted one of them before is committed, and is counted.
        if (!tallies.bought.isEmpty()) {
            Map<SaleCounts.CustomerLink, Integer> sales = SaleCounts.of(connection, tallies.bought.keySet().stream()
                    .map(Tallies.CustomerKey::customerId).distinct().toList());
            tallies.countCustomers(customer -> sales.getOrDefault(
                    new SaleCounts.CustomerLink(customer.customerId(), customer.link().linkId()), 0));
        }
        try (PreparedStatement links = connection.prepareStatement(LINKS)) {
            for (Map.Entry<Tallies.LinkKey, Tally> row : tallies.links.entrySet()) {
                Tally tally = row.getValue();
                bind(links, row.getKey().linkId(), row.getKey().mode(), tally.clicks, tally.leads, tally.conversions,
                        tally.sales, tally.refunds, tally.grossAmount, tally.refundedAmount, column(tally.moment));
            }
            links.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, RowId.column(values[i]));
        }
        statement.addBatch();
    }
}
