package org.conversions.portal;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.conversions.partner.PartnerBanned;
import org.conversions.platform.Ids;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.Mode;

/**
 * Tokens of the page that a merchant's site embeds. The browser of a partner has one, so it lives for hours only, reads
 * one partner's figures and does nothing else.
 */
@Stateless
public class EmbedTokens {

    /** The beginning of a token, by which one is recognised where it should not be. */
    public static final String PREFIX = "conv_embed_";
    /** The time for which a token can be used. */
    public static final Duration LIFE = Duration.ofHours(2);
    /** Bounds the tokens of a partner that can be used at a time; the next one takes the place of the oldest. */
    static final int PER_PARTNER_MAX = 50;

    /** Makes 190 bits, which cannot be guessed, so a fast hash is enough to keep them. */
    private static final int RANDOM_LENGTH = 32;
    private static final int LENGTH = PREFIX.length() + RANDOM_LENGTH;
    private static final int SWEEP_MAX = 1_000;

    /** A new token, shown this once. */
    public record Issued(String token, Instant expires) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** @param partnerId a partner of the workspace @param mode whose figures the page shows */
    public Issued issue(WorkspaceId workspaceId, PartnerId partnerId, Mode mode) {
        List<String> older = database.createQuery("select t.tokenHash from EmbedToken t"
                        + " where t.workspaceId = :workspace and t.partnerId = :partner order by t.createdAt desc",
                        String.class)
                .setParameter("workspace", workspaceId).setParameter("partner", partnerId)
                .setFirstResult(PER_PARTNER_MAX - 1).setMaxResults(SWEEP_MAX).getResultList();
        delete(older);
        String token = PREFIX + Ids.random(RANDOM_LENGTH);
        EmbedToken row = new EmbedToken();
        row.tokenHash = TokenHash.sha256(token);
        row.workspaceId = workspaceId;
        row.partnerId = partnerId;
        row.mode = mode.text();
        row.createdAt = clock.instant();
        row.expiresAt = row.createdAt.plus(LIFE);
        database.persist(row);
        return new Issued(token, row.expiresAt);
    }

    /**
     * Finds the right that a token gives. It is looked up by its hash, so that the time it takes shows nothing of the tokens
     * there are.
     *
     * @return empty for an unknown or expired one
     */
    public Optional<EmbedAccess> find(String token) {
        if (token.length() != LENGTH || !token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return Optional.ofNullable(database.find(EmbedToken.class, TokenHash.sha256(token)))
                .filter(row -> row.expiresAt.isAfter(clock.instant()))
                .map(row -> new EmbedAccess(row.workspaceId, row.partnerId, Mode.of(row.mode), row.expiresAt));
    }

    /** Deletes what has expired, some at a time; every node may do it. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void sweep() {
        delete(database.createQuery("select t.tokenHash from EmbedToken t where t.expiresAt < :now"
                        + " order by t.expiresAt", String.class)
                .setParameter("now", clock.instant()).setMaxResults(SWEEP_MAX).getResultList());
    }

    /** Closes the page of a partner who was banned. */
    public void close(@Observes PartnerBanned event) {
        database.createQuery("delete from EmbedToken t where t.workspaceId = :workspace and t.partnerId = :partner")
                .setParameter("workspace", event.workspaceId()).setParameter("partner", event.partnerId()).executeUpdate();
    }

    private void delete(List<String> hashes) {
        if (!hashes.isEmpty()) {
            database.createQuery("delete from EmbedToken t where t.tokenHash in :hashes")
                    .setParameter("hashes", hashes).executeUpdate();
        }
    }
}
