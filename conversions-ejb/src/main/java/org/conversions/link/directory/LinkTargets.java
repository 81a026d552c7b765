package org.conversions.link.directory;

import static org.conversions.platform.UtcTime.instant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.conversions.link.LinkExperiment;
import org.conversions.link.LinkPreview;
import org.conversions.link.LinkRules;
import org.conversions.link.SealedPasswords;
import org.conversions.platform.Word;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SecretBox;
import org.conversions.workspace.Vocabulary;
import org.hibernate.Session;

/** Reads the target of an address for the directory: the link and its workspace's vocabulary in one query. */
@Stateless
public class LinkTargets {

    private static final String FIND = "select l.id, l.workspace_id, l.url, l.track_conversion, w.vocabulary,"
            + " l.program_id, l.partner_id, l.expires_at, l.expired_url, l.disabled_at, l.password, l.title,"
            + " l.description, l.image, l.video, l.proxy, l.rewrite, l.do_index, l.public_stats, l.ios, l.android,"
            + " l.geo, l.test_variants, l.test_started_at, l.test_completed_at from link l join workspace w on w.id = l.workspace_id"
            + " where l.domain = ? and l.link_key = ? and l.live = true";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private SecretBox secrets;

    /** @return empty when no link is there; an address belongs to one workspace, so none need be named */
    public Optional<LinkTarget> find(String domain, String key) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, domain);
                statement.setString(2, key);
                ResultSet row = statement.executeQuery();
                return row.next()
                        ? Optional.of(new LinkTarget(new LinkId(row.getString(1)), new WorkspaceId(row.getString(2).intern()), domain, key, row.getString(3),
                                row.getBoolean(4), Word.stored(Vocabulary.class, row.getString(5)), row.getString(6),
                                PartnerId.of(row.getString(7)), rules(row)))
                        : Optional.empty();
            }
        });
    }

    private LinkRules rules(ResultSet row) throws SQLException {
        String password = row.getString("password");
        LinkRules rules = new LinkRules(time(row, "expires_at"), row.getString("expired_url"), time(row, "disabled_at"),
                password == null ? null : secrets.decrypt(SealedPasswords.place(row.getString("id")), password),
                new LinkPreview(row.getString("title"), row.getString("description"), row.getString("image"),
                        row.getString("video"), row.getBoolean("proxy")),
                row.getBoolean("rewrite"), row.getBoolean("do_index"), row.getBoolean("public_stats"),
                row.getString("ios"), row.getString("android"), LinkRules.geoOf(row.getString("geo")),
                LinkExperiment.stored(row.getString("test_variants"), time(row, "test_started_at"), time(row, "test_completed_at")));
        // Most links have none, and many links are kept.
        return rules.equals(LinkRules.NONE) ? LinkRules.NONE : rules;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return instant(row.getObject(column, LocalDateTime.class));
    }
}
