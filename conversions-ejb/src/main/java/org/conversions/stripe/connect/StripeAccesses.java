package org.conversions.stripe.connect;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SecretBox;
import org.conversions.stripe.api.PlatformKeys;
import org.conversions.stripe.api.StripeAccess;
import org.conversions.workspace.Mode;

/** Finds the key by which Stripe is asked about what came in by a connection. */
@Stateless
public class StripeAccesses {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private PlatformKeys platformKeys;
    @Inject
    private SecretBox secrets;

    /**
     * Finds the connection by which Stripe can be asked about what came in by one: that one, another of the same account when it
     * was connected anew, or any other of the workspace in the same mode.
     *
     * @return empty when none of them has a key; the key need not be one that opens
     */
    public Optional<ConnectionId> askable(WorkspaceId workspaceId, Mode mode, ConnectionId connectionId) {
        StripeConnection wanted = database.find(StripeConnection.class, connectionId.value());
        if (wanted != null && wanted.live != null && isThere(wanted)) {
            return Optional.of(connectionId);
        }
        return askable(workspaceId, mode, wanted == null ? "" : wanted.accountId);
    }

    /** @return a connection of the workspace by which Stripe can be asked in a mode; empty when none has a key */
    public Optional<ConnectionId> askable(WorkspaceId workspaceId, Mode mode) {
        return askable(workspaceId, mode, "");
    }

    private Optional<ConnectionId> askable(WorkspaceId workspaceId, Mode mode, String account) {
        return database.createQuery("select c from StripeConnection c where c.workspaceId = :workspace"
                        + " and c.mode = :mode and c.live = true order by c.id", StripeConnection.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode.text()).getResultStream()
                .filter(this::isThere)
                .min(Comparator.comparing(found -> !found.accountId.equals(account)))
                .map(found -> new ConnectionId(found.id));
    }

    /** @return the oldest connection of a workspace with a key of its own account, by which money can be sent */
    public Optional<ConnectionId> sending(WorkspaceId workspaceId, Mode mode) {
        return database.createQuery("select c from StripeConnection c where c.workspaceId = :workspace"
                        + " and c.mode = :mode and c.live = true and c.apiKey is not null order by c.id", StripeConnection.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode.text()).getResultStream()
                .map(found -> new ConnectionId(found.id)).findFirst();
    }

    /**
     * The traces of a connection at Stripe.
     *
     * @param access            to ask Stripe with
     * @param endpointId        the endpoint that this server made; or null
     * @param authorizedAccount the account that the merchant gave the platform by Stripe's OAuth; or null
     */
    public record AtStripe(Mode mode, Optional<StripeAccess> access, String endpointId, String authorizedAccount) {
    }

    /** @throws RequestRefused not found */
    public AtStripe atStripe(WorkspaceId workspaceId, String connectionId) {
        StripeConnection connection = database.find(StripeConnection.class, connectionId);
        if (connection == null || connection.live == null || !connection.workspaceId.equals(workspaceId)) {
            throw RequestRefused.notFound("connection_not_found", "No such connection");
        }
        return new AtStripe(Mode.of(connection.mode), of(new ConnectionId(connectionId)), connection.endpointId,
                connection.proof == ProvenAccount.Proof.STRIPE_OAUTH ? connection.accountId : null);
    }

    /** @return by which way the events of a connection come in; empty once it was disconnected */
    public Optional<EventOrigin> origin(String connectionId) {
        return Optional.ofNullable(database.find(StripeConnection.class, connectionId)).filter(found -> found.live != null)
                .map(found -> EventOrigin.of(found.connected(),
                        !secrets.decrypt(found.placeOfSigningSecrets(), found.signingSecrets).isEmpty()));
    }

    /** @return whether there is a key to ask Stripe about a connection with; it need not be one that opens */
    public boolean isThere(StripeConnection connection) {
        return connection.apiKey != null || connection.proof != null && platformKeys.of(Mode.of(connection.mode)).isPresent();
    }

    /**
     * @return how Stripe is asked about a connection: with its own key, else with the platform's for its account; empty
     *         without either, and once it was disconnected
     */
    public Optional<StripeAccess> of(ConnectionId connectionId) {
        StripeConnection connection = database.find(StripeConnection.class, connectionId.value());
        if (connection == null || connection.live == null || !isThere(connection)) {
            return Optional.empty();
        }
        Mode mode = Mode.of(connection.mode);
        return connection.apiKey != null
                ? Optional.of(new StripeAccess(mode, secrets.decrypt(connection.placeOfApiKey(), connection.apiKey), null))
                : platformKeys.of(mode).map(key -> new StripeAccess(mode, key, connection.accountId));
    }
}
