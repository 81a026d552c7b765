package org.conversions.share;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.conversions.account.Passwords;
import org.conversions.platform.secret.SecretBox;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.Mode;

/** Opens shares to who has their link and, where there is one, has proven to know the password. */
@Stateless
public class OpenShares {

    /** The time for which a proven password holds. Another password ends it at once. */
    static final Duration SESSION = Duration.ofHours(12);

    private static final String PURPOSE = "share";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Passwords passwords;
    @Inject
    private SecretBox secrets;

    /**
     * Finds the share of a token, by its hash, so that the time it takes shows nothing of the tokens there are.
     *
     * @param token of a share, or of a session with one
     * @return empty for an unknown one, and for a share that is over
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<ShareAccess> find(String token) {
        return ShareToken.of(token).flatMap(given -> share(given).map(share -> new ShareAccess(share.id, share.workspaceId,
                Mode.of(share.mode), share.name, share.query, share.money, share.passwordHash != null && !proven(share, given))));
    }

    /**
     * Checks a password, and holds no connection of the database meanwhile.
     *
     * @param token as {@link #find}
     * @return empty when it is wrong, and when there is no share any more
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<ShareSession> prove(String token, String password) {
        Optional<ShareToken> given = ShareToken.of(token);
        Optional<StoredShare> share = given.flatMap(this::share);
        if (share.isEmpty() || share.get().passwordHash != null && !passwords.matches(password, share.get().passwordHash)) {
            return Optional.empty();
        }
        Instant expires = clock.instant().plus(SESSION).truncatedTo(ChronoUnit.SECONDS);
        return Optional.of(new ShareSession(new ShareToken(given.get().token(), expires,
                secrets.mac(PURPOSE, proof(share.get(), expires))).text(), expires));
    }

    private Optional<StoredShare> share(ShareToken token) {
        return database.createQuery("select s from StoredShare s where s.tokenHash = :hash and (s.expiresAt is null or s.expiresAt > :now)",
                        StoredShare.class)
                .setParameter("hash", TokenHash.sha256(token.token())).setParameter("now", clock.instant())
                .getResultStream().findFirst();
    }

    private boolean proven(StoredShare share, ShareToken token) {
        return token.proof() != null && token.expires().isAfter(clock.instant())
                && secrets.isMac(PURPOSE, proof(share, token.expires()), token.proof());
    }

    private static String proof(StoredShare share, Instant expires) {
        return share.id + ' ' + expires.getEpochSecond() + ' ' + share.passwordHash;
    }
}
