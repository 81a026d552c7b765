package org.conversions.statistics;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import org.conversions.click.Click;
import org.conversions.click.ClicksRecorded;
import org.conversions.lead.LeadCorrected;
import org.conversions.lead.LeadRecorded;
import org.conversions.lead.LeadView;
import org.conversions.platform.BeforeCommit;
import org.conversions.sale.SaleAdjusted;
import org.conversions.sale.SaleCorrected;
import org.conversions.sale.SaleEntryView;
import org.conversions.sale.SaleRecorded;
import org.conversions.sale.SaleRestated;
import org.conversions.sale.SaleView;
import org.conversions.workspace.Mode;
import org.hibernate.Session;

/**
 * Writes the figures in the transaction of what they count. All that a transaction brings is added up first and written
 * once, just before the commit: a batch of clicks or of Stripe events costs three statements.
 */
@ApplicationScoped
public class StatisticsRecorder {

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

    /** Counts everything of the sale where it belongs now. */
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
            returned(before, -entry.returned(), -entry.refunds(), entry.at());
        }
        for (SaleEntryView entry : event.entriesAfter()) {
            returned(after, entry.returned(), entry.refunds(), entry.at());
        }
    }

    /** Counts the sale in another currency, where it was counted before. */
    void sale(@Observes SaleRestated event) {
        long more = event.after().amount().minor() - event.before().amount().minor();
        tallies().link(event.after().workspaceId(), event.after().linkId(), event.after().mode(), event.after().paidAt(),
                tally -> tally.grossAmount += more);
        tallies().customer(event.after().customerId(), tally -> tally.grossAmount += more);
        for (int i = 0; i < event.entriesAfter().size(); i++) {
            SaleEntryView entry = event.entriesAfter().get(i);
            returned(event.after(), entry.returned() - event.entriesBefore().get(i).returned(), 0, entry.at());
        }
    }

    void sale(@Observes SaleAdjusted event) {
        returned(event.sale(), event.change().minor(), event.refunds(), event.at());
    }

    /** Figures name what was refunded as a positive amount. @param change negative when money went back */
    private void returned(SaleView sale, long change, int refunds, Instant at) {
        if (change == 0 && refunds == 0) {
            return; // the sale itself, or a dispute that moved nothing
        }
        tallies().link(sale.workspaceId(), sale.linkId(), sale.mode(), at, tally -> {
            tally.refunds += refunds;
            tally.refundedAmount -= change;
        });
        tallies().customer(sale.customerId(), tally -> {
            tally.refunds += refunds;
            tally.refundedAmount -= change;
        });
    }

    private void count(LeadView lead, int times) {
        tallies().link(lead.workspaceId(), lead.linkId(), lead.mode(), lead.occurredAt(),
                tally -> tally.leads += (long) times * lead.quantity());
    }

    private Tallies tallies() {
        Session session = database.unwrap(Session.class);
        return BeforeCommit.gather(transaction, Tallies.class, Tallies::new,
                tallies -> session.doWork(connection -> StatisticsRows.write(connection, tallies)), status -> { });
    }

    private static Instant later(Instant known, Instant other) {
        return known == null || other.isAfter(known) ? other : known;
    }

    private static Instant earlier(Instant known, Instant other) {
        return known == null || other.isBefore(known) ? other : known;
    }
}
