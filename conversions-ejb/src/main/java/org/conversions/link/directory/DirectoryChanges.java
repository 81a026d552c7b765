package org.conversions.link.directory;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.conversions.link.LinkChanged;
import org.conversions.link.domain.DomainChanged;
import org.conversions.platform.BeforeCommit;
import org.conversions.platform.Ids;
import org.conversions.workspace.SettingsChanged;
import org.hibernate.Session;

/**
 * Notes for all nodes what changes of the directory: one row for each transaction, written just before its commit. This
 * node acts on it as soon as the transaction has ended, the others when they find the row.
 */
@ApplicationScoped
class DirectoryChanges {

    /** Of the ids of the rows; the time follows. */
    static final String PREFIX = "dc";
    private static final String INSERT = "insert into directory_change (id, changes) values (?, ?)";

    /** The changes of one transaction. */
    private static final class Noted {
        private final List<DirectoryChange> changes = new ArrayList<>();
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;
    @Inject
    private Clock clock;
    @Inject
    private LinkDirectory links;
    @Inject
    private LinkDomains domains;

    void link(@Observes LinkChanged event) {
        note(DirectoryChange.ofLink(event.domain(), event.key()));
    }

    void domain(@Observes DomainChanged event) {
        note(DirectoryChange.ofDomain(event.slug()));
    }

    /** A redirect speaks in the words of the workspace; its other settings are of no concern to it. */
    void workspace(@Observes SettingsChanged event) {
        if (event.before().vocabulary() != event.after().vocabulary()) {
            note(DirectoryChange.ofWorkspace(event.after().id().value()));
        }
    }

    /** Has the next visitors ask the database. */
    void forget(List<DirectoryChange> changes) {
        for (DirectoryChange change : changes) {
            switch (change.kind()) {
                case LINK -> links.forget(change.name(), change.key());
                case DOMAIN -> {
                    domains.forget(change.name());
                    links.forgetDomain(change.name());
                }
                case WORKSPACE -> links.forgetWorkspace(change.name());
                default -> throw new IllegalStateException("Nothing is known of " + change.kind());
            }
        }
    }

    /** Has all visitors ask the database: changes may have been missed. */
    void forgetEverything() {
        links.forgetEverything();
        domains.forgetEverything();
    }

    private void note(DirectoryChange change) {
        Session session = database.unwrap(Session.class);
        BeforeCommit.gather(transaction, Noted.class, Noted::new,
                noted -> session.doWork(connection -> write(connection, noted.changes)),
                (noted, status) -> {
                    if (status == Status.STATUS_COMMITTED) {
                        forget(noted.changes);
                    }
                }).changes.add(change);
    }

    private void write(Connection connection, List<DirectoryChange> changes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, Ids.next(PREFIX, clock));
            insert.setString(2, DirectoryChange.text(changes));
            insert.executeUpdate();
        }
    }
}
