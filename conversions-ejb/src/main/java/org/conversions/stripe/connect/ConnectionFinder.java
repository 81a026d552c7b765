package org.conversions.stripe.connect;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.secret.SecretBox;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.Mode;

/** Finds the connections that events belong to, whose workspace is not known before. */
@Stateless
public class ConnectionFinder {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private SecretBox secrets;

    /** @return the endpoint that a token names, with its secrets in clear */
    public Optional<BoundEndpoint> byToken(String token) {
        return database.createQuery("select c from StripeConnection c where c.tokenHash = :hash and c.live = true",
                        StripeConnection.class)
                .setParameter("hash", TokenHash.sha256(token)).getResultStream().findFirst()
                .map(found -> new BoundEndpoint(new ConnectionId(found.id), found.workspaceId, Mode.of(found.mode),
                        split(secrets.decrypt(found.placeOfSigningSecrets(), found.signingSecrets))));
    }

    /** @return the connections that the events of these accounts belong and belonged to, in every mode */
    public List<Connected> ofAccounts(Collection<String> accountIds) {
        return accountIds.isEmpty() ? List.of() : connected("c.accountId in :ids", accountIds);
    }

    /** @return the connections with these ids; a disconnected one still owns the events it took in */
    public List<Connected> ofIds(Collection<ConnectionId> connectionIds) {
        return connectionIds.isEmpty() ? List.of() : connected("c.id in :ids",
                connectionIds.stream().map(ConnectionId::value).toList());
    }

    private List<Connected> connected(String where, Collection<String> ids) {
        return database.createQuery("select c from StripeConnection c where " + where, StripeConnection.class)
                .setParameter("ids", List.copyOf(ids)).getResultStream().map(StripeConnection::connected).toList();
    }

    private static List<String> split(String secrets) {
        return secrets.isEmpty() ? List.of() : List.of(secrets.split(","));
    }
}
