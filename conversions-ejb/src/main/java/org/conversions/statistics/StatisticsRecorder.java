package org.conversions.statistics;

import static org.conversions.platform.UtcTime.column;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.conversions.click.Click;
import org.conversions.click.ClicksRecorded;
import org.conversions.lead.LeadCorrected;
import org.conversions.lead.LeadRecorded;
import org.conversions.lead.LeadView;
import org.conversions.sale.SaleAdjusted;
import org.conversions.sale.SaleCorrected;
import org.conversions.sale.SaleCounts;
import org.conversions.sale.SaleEntryView;
import org.conversions.sale.SaleRecorded;
import org.conversions.sale.SaleRestated;
import org.conversions.sale.SaleView;
import org.conversions.workspace.Mode;
import org.hibernate.Session;

/**
 * Writes the figures in the transaction of what they count. What a transaction brings is added up first and written
 * once, just before the commit and in a fixed order: a batch of clicks or of Stripe events costs three statements,
 * popular rows are locked for a moment only, and two transactions never wait for each other in a circle.
 */
@ApplicationScoped
public class StatisticsRecorder {

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

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    void clicks(@Observes ClicksRecorded event) {
        Tallies tallies = tallies();
        for (Click click : event.clicks()) {
            tallies.link(click.workspaceId(), click.linkId(), Mode.LIVE, click.clickedAt(), tally -> {
                tally.clicks++;
                tally.moment = later(tally.moment, click.clickedAt());
            });
        }
    }

    void lead(@Observes LeadRecorded event) {
        count(event.lead(), 1);
    }

    void lead(@Observes LeadCorrected event) {
        count(event.before(), -1);
        if (event.after() != null) {
            count(event.after(), 1);
        }
    }

    void sale(@Observes SaleRecorded event) {
        SaleView sale = event.sale();
        tallies().link(sale.workspaceId(), sale.linkId(), sale.mode(), sale.paidAt(), tally -> {
            tally.sales++;
            tally.grossAmount += sale.amount().minor();
        });
        tallies().bought(sale.customerId(), sale.linkId(), sale.mode(), 1);
        tallies().customer(sale.customerId(), tally -> {
            tally.sales++;
            tally.grossAmount += sale.amount().minor();
            tally.moment = earlier(tally.moment, sale.paidAt());
        });
    }

    /** Everything that was counted of the sale is counted where it belongs by now. */
    void sale(@Observes SaleCorrected event) {
        SaleView before = event.before();
        SaleView after = event.after();
        tallies().link(before.workspaceId(), before.linkId(), before.mode(), before.paidAt(), tally -> {
            tally.sales--;
            tally.grossAmount -= before.amount().minor();
        });
        tallies().link(after.workspaceId(), after.linkId(), after.mode(), after.paidAt(), tally -> {
            tally.sales++;
            tally.grossAmount += after.amount().minor();
        });
        tallies().bought(before.customerId(), before.linkId(), before.mode(), -1);
        tallies().bought(after.customerId(), after.linkId(), after.mode(), 1);
        tallies().customer(before.customerId(), tally -> {
            tally.sales--;
            tally.grossAmount -= before.amount().minor();
        });
        tallies().customer(after.customerId(), tally -> {
            tally.sales++;
            tally.grossAmount += after.amount().minor();
            tally.moment = earlier(tally.moment, after.paidAt());
        });
        for (SaleEntryView entry : event.entriesBefore()) {
            takenBack(before, -entry.takenBack(), -entry.refunds(), entry.at());
        }
        for (SaleEntryView entry : event.entriesAfter()) {
            takenBack(after, entry.takenBack(), entry.refunds(), entry.at());
        }
    }

    /** In another currency, where it was counted before. */
    void sale(@Observes SaleRestated event) {
        long more = event.after().amount().minor() - event.before().amount().minor();
        tallies().link(event.after().workspaceId(), event.after().linkId(), event.after().mode(), event.after().paidAt(),
                tally -> tally.grossAmount += more);
        tallies().customer(event.after().customerId(), tally -> tally.grossAmount += more);
        for (int i = 0; i < event.entriesAfter().size(); i++) {
            SaleEntryView entry = event.entriesAfter().get(i);
            takenBack(event.after(), entry.takenBack() - event.entriesBefore().get(i).takenBack(), 0, entry.at());
        }
    }

    void sale(@Observes SaleAdjusted event) {
        takenBack(event.sale(), event.amount(), event.refunds(), event.at());
    }

    private void takenBack(SaleView sale, long amount, int refunds, Instant at) {
        if (amount == 0 && refunds == 0) {
            return; // the sale itself, or a dispute that moved nothing
        }
        tallies().link(sale.workspaceId(), sale.linkId(), sale.mode(), at, tally -> {
            tally.refunds += refunds;
            tally.refundedAmount += amount;
        });
        tallies().customer(sale.customerId(), tally -> {
            tally.refunds += refunds;
            tally.refundedAmount += amount;
        });
    }

    private void count(LeadView lead, int times) {
        tallies().link(lead.workspaceId(), lead.linkId(), lead.mode(), lead.occurredAt(),
                tally -> tally.leads += (long) times * lead.quantity());
    }

    private Tallies tallies() {
        Tallies known = (Tallies) transaction.getResource(Tallies.class);
        if (known != null) {
            return known;
        }
        Tallies tallies = new Tallies();
        transaction.putResource(Tallies.class, tallies);
        // Before the commit no component is at work whose persistence unit the entity manager could be looked up by.
        Session session = database.unwrap(Session.class);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                session.doWork(connection -> write(connection, tallies));
            }

            @Override
            public void afterCompletion(int status) {
                // The tallies go with the transaction.
            }
        });
        return tallies;
    }

    private static void write(Connection connection, Tallies tallies) throws SQLException {
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
            for (Map.Entry<String, Tally> row : tallies.customers.entrySet()) {
                Tally tally = row.getValue();
                bind(customers, row.getKey(), tally.sales, tally.refunds, tally.grossAmount, tally.refundedAmount,
                        column(tally.moment));
            }
            customers.executeBatch();
        }
        // Only now that the buyers are locked: who counted one of them before is committed, and is counted.
        if (!tallies.bought.isEmpty()) {
            Map<SaleCounts.Buyer, Integer> sales = SaleCounts.of(connection, tallies.bought.keySet().stream()
                    .map(Tallies.BuyerKey::customerId).distinct().toList());
            tallies.countBuyers(buyer -> sales.getOrDefault(
                    new SaleCounts.Buyer(buyer.customerId(), buyer.link().linkId()), 0));
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
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static Instant later(Instant known, Instant other) {
        return known == null || other.isAfter(known) ? other : known;
    }

    private static Instant earlier(Instant known, Instant other) {
        return known == null || other.isBefore(known) ? other : known;
    }
}
