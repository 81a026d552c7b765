package org.conversions.platform.secret;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.Ids;

/**
 * Tokens that open something once, within a time. The token itself is nowhere but with who has it: a row of the room that it is
 * for keeps its hash ({@code tokenHash}) and its end ({@code expiresAt}).
 */
@Dependent
public class OneUseTokens {

    /** Makes 190 bits, which cannot be guessed, so a fast hash is enough to keep them. */
    private static final int RANDOM_LENGTH = 32;
    private static final int SWEEP_MAX = 1_000;

    /** A new token, and what its row says. @param text the token itself */
    public record Made(String text, String hash, Instant createdAt, Instant expiresAt) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** @param prefix what all tokens of a kind begin with */
    public Made make(String prefix, Duration life) {
        String text = prefix + Ids.random(RANDOM_LENGTH);
        Instant now = clock.instant();
        return new Made(text, TokenHash.sha256(text), now, now.plus(life));
    }

    /** @param rows the entity of a kind of tokens. @return whether a person ({@code personId}) has so many that can be used */
    public boolean has(String personId, int count, Class<?> rows) {
        return database.createQuery("select t.tokenHash from " + rows.getSimpleName() + " t where t.personId = :person"
                        + " and t.expiresAt > :now", String.class)
                .setParameter("person", personId).setParameter("now", clock.instant()).setMaxResults(count)
                .getResultList().size() == count;
    }

    /** Uses a token up. @return false when it was used or has run out: of two at the same moment, one finds it gone */
    public boolean use(String hash, Class<?> rows) {
        return database.createQuery("delete from " + rows.getSimpleName() + " t where t.tokenHash = :hash and t.expiresAt > :now")
                .setParameter("hash", hash).setParameter("now", clock.instant()).executeUpdate() > 0;
    }

    /** Deletes what has run out, some at a time; every node may do it. */
    public void sweep(Class<?> rows) {
        List<?> over = database.createQuery("select id(t) from " + rows.getSimpleName() + " t where t.expiresAt < :now"
                        + " order by t.expiresAt", Object.class)
                .setParameter("now", clock.instant()).setMaxResults(SWEEP_MAX).getResultList();
        if (!over.isEmpty()) {
            database.createQuery("delete from " + rows.getSimpleName() + " t where id(t) in :over").setParameter("over", over)
                    .executeUpdate();
        }
    }
}
