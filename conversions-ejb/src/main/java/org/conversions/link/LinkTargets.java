package org.conversions.link;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import org.conversions.workspace.Vocabulary;
import org.hibernate.Session;

/** Reads for the directory where an address leads: the link and its workspace's vocabulary in one query. */
@Stateless
public class LinkTargets {

    private static final String FIND = "select l.id, l.workspace_id, l.url, l.track_conversion, w.vocabulary,"
            + " l.program_id, l.partner_id from link l join workspace w on w.id = l.workspace_id"
            + " where l.domain = ? and l.link_key = ? and l.live = true";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return empty when no link is there; an address belongs to one workspace, so none need be named */
    public Optional<LinkTarget> find(String domain, String key) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, domain);
                statement.setString(2, key);
                ResultSet row = statement.executeQuery();
                return row.next()
                        ? Optional.of(new LinkTarget(row.getString(1), row.getString(2), domain, key, row.getString(3),
                                row.getBoolean(4), Vocabulary.of(row.getString(5)).orElseThrow(), row.getString(6),
                                row.getString(7)))
                        : Optional.empty();
            }
        });
    }
}
