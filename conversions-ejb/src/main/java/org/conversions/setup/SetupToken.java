package org.conversions.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import org.conversions.platform.Ids;
import org.conversions.platform.UtcTime;
import org.conversions.platform.secret.TokenHash;

/**
 * The tokens of the set-up page. Each start of a node before the set-up issues one; its hash is in the database, so that it is
 * good on whichever node the balancer chooses. All of them end with the set-up, and those of earlier days with the next start.
 */
@Stateless
public class SetupToken {

    /** 190 bits. */
    private static final int LENGTH = 32;

    /** Nodes that start together must leave each other's alone. */
    private static final Duration KEPT_AT_LEAST = Duration.ofDays(1);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** @return a new token, which is nowhere else */
    public String issue() {
        String token = Ids.random(LENGTH);
        database.createNativeQuery("delete from setup_token where issued_at < :before")
                .setParameter("before", UtcTime.column(clock.instant().minus(KEPT_AT_LEAST))).executeUpdate();
        database.createNativeQuery("insert into setup_token (token_hash, issued_at) values (:hash, :now)")
                .setParameter("hash", TokenHash.sha256(token)).setParameter("now", UtcTime.column(clock.instant()))
                .executeUpdate();
        return token;
    }

    /** @param token may be null */
    public boolean matches(String token) {
        return token != null && !database.createNativeQuery("select token_hash from setup_token where token_hash = :hash")
                .setParameter("hash", TokenHash.sha256(token)).getResultList().isEmpty();
    }

    /** Ends all of them. */
    public void end() {
        database.createNativeQuery("delete from setup_token").executeUpdate();
    }
}
