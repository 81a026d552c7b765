package org.conversions.statistics;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import org.conversions.click.ClicksLeaving;
import org.conversions.click.ClicksRecorded;
import org.conversions.commission.CommissionBooked;
import org.conversions.lead.LeadCorrected;
import org.conversions.lead.LeadRecorded;
import org.conversions.lead.LeadView;
import org.conversions.platform.BeforeCommit;
import org.conversions.sale.SaleAdjusted;
import org.conversions.sale.SaleCorrected;
import org.conversions.sale.SaleRecorded;
import org.conversions.sale.SaleRestated;
import org.conversions.sale.SaleView;
import org.conversions.sale.entry.SaleEntryView;
import org.hibernate.Session;

/**
 * Notes what is to be counted in the transaction in which it happens: all of a transaction is gathered and written once,
 * just before the commit, as rows of its own. No row is touched that another transaction may need, but the buyer's.
 */
@ApplicationScoped
public class StatisticsRecorder {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;
    @Inject
    private Clock clock;
    @Inject
    private DeltaMerge merge;

    void clicks(@Observes ClicksRecorded event) {
        Deltas deltas = deltas();
        event.clicks().forEach(deltas::add);
    }

    /** Counts first what is still to be counted: a click that is gone has no traits any more. */
    void clicks(@Observes ClicksLeaving event) {
        while (merge.now()) {
            // There are more.
        }
        merge.bringToLinks();
        merge.noClicksBefore(event.before());
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
        sold(event.sale(), 1, event.sale().amount().minor());
    }

    /** Counts everything of the sale where it belongs now. */
    void sale(@Observes SaleCorrected event) {
        sold(event.before(), -1, -event.before().amount().minor());
        sold(event.after(), 1, event.after().amount().minor());
        for (SaleEntryView entry : event.entriesBefore()) {
            returned(event.before(), -entry.returned(), -entry.refunds(), entry.at());
        }
        for (SaleEntryView entry : event.entriesAfter()) {
            returned(event.after(), entry.returned(), entry.refunds(), entry.at());
        }
    }

    /** Counts the sale in another currency, where it was counted before. */
    void sale(@Observes SaleRestated event) {
        sold(event.after(), 0, event.after().amount().minor() - event.before().amount().minor());
        for (int i = 0; i < event.entriesAfter().size(); i++) {
            SaleEntryView entry = event.entriesAfter().get(i);
            returned(event.after(), entry.returned() - event.entriesBefore().get(i).returned(), 0, entry.at());
        }
    }

    void sale(@Observes SaleAdjusted event) {
        returned(event.sale(), event.change().minor(), event.refunds(), event.at());
    }

    void earned(@Observes CommissionBooked event) {
        if (event.earnings().minor() != 0 || event.standing() != 0 || event.paid() != 0) {
            deltas().earnings.add(event);
        }
    }

    private void sold(SaleView sale, int sales, long amount) {
        Deltas deltas = deltas();
        deltas.add(new Fact(sale.workspaceId(), sale.mode(), sale.linkId(), sale.clickId(), sale.customerId(), sale.paidAt(),
                0, sales, 0, amount, 0));
        deltas.buyers.sold(sale.customerId(), sales, amount, sale.paidAt());
    }

    /** Figures name what was refunded as a positive amount. @param change negative when money went back */
    private void returned(SaleView sale, long change, int refunds, Instant at) {
        if (change == 0 && refunds == 0) {
            return; // the sale itself, or a dispute that moved nothing
        }
        Deltas deltas = deltas();
        deltas.add(new Fact(sale.workspaceId(), sale.mode(), sale.linkId(), sale.clickId(), null, at, 0, 0, refunds, 0,
                -change));
        deltas.buyers.returned(sale.customerId(), refunds, -change);
    }

    private void count(LeadView lead, int times) {
        deltas().add(new Fact(lead.workspaceId(), lead.mode(), lead.linkId(), lead.clickId(), null, lead.occurredAt(),
                (long) times * lead.quantity(), 0, 0, 0, 0));
    }

    private Deltas deltas() {
        Session session = database.unwrap(Session.class);
        return BeforeCommit.gather(transaction, Deltas.class, Deltas::new,
                deltas -> session.doWork(connection -> DeltaRows.write(connection, deltas, clock)), status -> { });
    }
}
