package org.conversions.link.directory;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.Session;

/** Reads the settings of a domain for the redirect. */
@Stateless
public class DomainRows {

    private static final String FIND = "select workspace_id, expired_url, not_found_url, asset_links,"
            + " apple_app_site_association from domain where slug = ? and verified = true";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return empty when no workspace has proved that the domain is its own */
    public Optional<LinkDomain> verified(String slug) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, slug);
                ResultSet row = statement.executeQuery();
                return row.next()
                        ? Optional.of(new LinkDomain(slug, new WorkspaceId(row.getString(1)), row.getString(2), row.getString(3),
                                row.getString(4), row.getString(5)))
                        : Optional.empty();
            }
        });
    }
}
