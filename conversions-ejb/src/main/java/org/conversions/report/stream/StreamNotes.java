package org.conversions.report.stream;

import static org.conversions.platform.UtcTime.column;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.conversions.click.ClicksRecorded;
import org.conversions.commission.CommissionEarned;
import org.conversions.commission.CommissionTakenBack;
import org.conversions.customer.CustomerChurned;
import org.conversions.lead.LeadRecorded;
import org.conversions.platform.BeforeCommit;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.SaleAdjusted;
import org.conversions.sale.SaleRecorded;
import org.hibernate.Session;

/** Notes what the stream will tell of, in the transaction in which it happens: one row for all of it, just before the commit. */
@ApplicationScoped
public class StreamNotes {

    private static final String INSERT = "insert into stream_note (noted_at, refs) values (?, ?)";

    /** The events of one transaction. */
    private static final class Noted {
        private final List<StreamRef> refs = new ArrayList<>();
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;
    @Inject
    private Clock clock;

    void clicks(@Observes ClicksRecorded event) {
        Noted noted = noted();
        event.clicks().forEach(click -> noted.refs.add(new StreamRef(click.workspaceId(), StreamKind.CLICK, click.id().value())));
    }

    void lead(@Observes LeadRecorded event) {
        note(event.lead().workspaceId(), StreamKind.LEAD, event.lead().id());
    }

    void sale(@Observes SaleRecorded event) {
        note(event.sale().workspaceId(), StreamKind.SALE, event.sale().id().value());
    }

    void refund(@Observes SaleAdjusted event) {
        if (event.entryId() != null) {
            note(event.sale().workspaceId(), StreamKind.REFUND, event.entryId());
        }
    }

    void earned(@Observes CommissionEarned event) {
        note(event.workspaceId(), StreamKind.COMMISSION, event.entryId());
    }

    void takenBack(@Observes CommissionTakenBack event) {
        note(event.workspaceId(), StreamKind.COMMISSION, event.entryId());
    }

    void churn(@Observes CustomerChurned event) {
        if (event.before() == null && event.at() != null) {
            note(event.workspaceId(), StreamKind.CHURN, event.customerId().value());
        }
    }

    private void note(WorkspaceId workspaceId, StreamKind kind, String id) {
        noted().refs.add(new StreamRef(workspaceId, kind, id));
    }

    private Noted noted() {
        Session session = database.unwrap(Session.class);
        return BeforeCommit.gather(transaction, Noted.class, Noted::new,
                noted -> session.doWork(connection -> write(connection, noted.refs)), status -> { });
    }

    private void write(Connection connection, List<StreamRef> refs) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (String text : NoteText.write(refs)) {
                insert.setObject(1, column(clock.instant()));
                insert.setString(2, text);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
