package org.conversions.stripe.connect;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SecretBox;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.Mode;
import org.conversions.workspace.WorkspaceCreated;

/** Connects Stripe accounts to workspaces, changes and ends connections. */
@Stateless
public class Connections {

    private static final int CONNECTIONS_MAX = 100;
    private static final int TOKEN_LENGTH = 32;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private ConnectionSecrets secrets;
    @Inject
    private StripeAccesses accesses;
    @Inject
    private AccountProofs proofs;
    @Inject
    private AuditTrail trail;
    @Inject
    private Event<AccessChanged> accessChanged;
    @Inject
    private Event<AccountConnected> accountConnected;

    /** Makes the account of the bootstrap setting {@code stripe-account} the workspace's live connection. */
    public void begin(@Observes WorkspaceCreated created) {
        created.stripeAccount().ifPresent(account -> connect(created.workspaceId(), new ConnectionDraft(Mode.LIVE,
                Optional.of(proofs.byOperator(account, Mode.LIVE)), List.of(), null)));
    }

    /**
     * @return the connection with the token of its endpoint, which is not shown again
     * @throws RequestRefused unprocessable for what is no secret or key; conflict when the account is connected in that
     *         mode, here or elsewhere, with a proof
     */
    public ConnectionView connect(WorkspaceId workspaceId, ConnectionDraft draft) {
        Mode mode = draft.mode();
        String accountId = draft.accountId();
        if (list(workspaceId).size() >= CONNECTIONS_MAX) {
            throw RequestRefused.unprocessable("limit_reached",
                    "A workspace has at most " + CONNECTIONS_MAX + " Stripe connections");
        }
        String token = draft.endpoint().map(OwnEndpoint::token).orElseGet(Connections::newToken);
        StripeConnection connection = new StripeConnection();
        connection.id = Ids.next("sc", clock);
        connection.workspaceId = workspaceId;
        connection.mode = mode.text();
        connection.accountId = accountId;
        connection.proof = draft.account().map(ProvenAccount::proof).orElse(null);
        connection.tokenHash = TokenHash.sha256(token);
        connection.tokenHint = token.substring(0, 4) + "…" + token.substring(TOKEN_LENGTH - 4);
        secrets.sign(connection, draft.signingSecrets());
        secrets.key(connection, draft.apiKey());
        connection.endpointId = draft.endpoint().map(OwnEndpoint::id).orElse(null);
        connection.endpointKey = draft.endpoint().map(OwnEndpoint::key).orElse(null);
        connection.live = true;
        connection.createdAt = clock.instant();
        database.persist(connection);
        if (!accountId.isEmpty()) {
            claim(connection);
        }
        database.flush();
        if (!accountId.isEmpty()) {
            accountConnected.fire(new AccountConnected(workspaceId, accountId, mode));
        }
        record("stripe_connected", connection, Map.of());
        if (accesses.isThere(connection)) {
            accessChanged.fire(new AccessChanged(workspaceId, mode));
        }
        return view(connection, token);
    }

    /** Connects an account, unless the workspace has it connected in that mode. @throws RequestRefused as {@link #connect} */
    public ConnectionView connectOnce(WorkspaceId workspaceId, ConnectionDraft draft) {
        return ofAccount(workspaceId, draft.accountId(), draft.mode()).filter(found -> found.proof != null)
                .map(found -> view(found, null)).orElseGet(() -> connect(workspaceId, draft));
    }

    /**
     * Replaces the signing secrets, the key or both.
     *
     * @param proven the connection's account, when the new key proves it
     * @throws RequestRefused not found, or unprocessable
     */
    public ConnectionView change(WorkspaceId workspaceId, String connectionId, ConnectionChange change, Optional<ProvenAccount> proven) {
        StripeConnection connection = own(workspaceId, connectionId);
        proven.ifPresent(account -> connection.proof = account.proof());
        if (change.signingSecrets() != null) {
            secrets.sign(connection, change.signingSecrets());
        }
        secrets.key(connection, change.apiKey());
        record("stripe_changed", connection, Map.of("signingSecrets", change.signingSecrets() != null,
                "apiKey", change.apiKey() != null));
        if (change.apiKey() != null && connection.apiKey != null) {
            database.flush();
            accessChanged.fire(new AccessChanged(workspaceId, Mode.of(connection.mode)));
        }
        return view(connection, null);
    }

    /** Stores that the key of a connection was found to be its account's, where nothing else proved it. */
    public void proved(WorkspaceId workspaceId, String connectionId, String accountId) {
        StripeConnection connection = own(workspaceId, connectionId);
        if (connection.proof == null && connection.accountId.equals(accountId)) {
            connection.proof = ProvenAccount.Proof.OWN_KEY;
        }
    }

    /** Ends a connection: later events belong to no workspace, until the account is connected again. @throws RequestRefused not found */
    public void disconnect(WorkspaceId workspaceId, String connectionId) {
        StripeConnection connection = own(workspaceId, connectionId);
        end(connection, clock.instant());
        record("stripe_disconnected", connection, Map.of());
    }

    /**
     * Ends a connection because the merchant took the access back at Stripe.
     *
     * @param at when that was
     * @return false when that was over already, or when the account was connected again since, which this says nothing
     *         about
     */
    public boolean deauthorized(WorkspaceId workspaceId, ConnectionId connectionId, Instant at) {
        StripeConnection connection = database.createQuery("select c from StripeConnection c"
                        + " where c.workspaceId = :workspace and c.id = :id", StripeConnection.class)
                .setParameter("workspace", workspaceId).setParameter("id", connectionId.value()).getSingleResult();
        // Stripe reports whole seconds.
        if (connection.live == null) {
            return connection.deauthorized && !at.isAfter(connection.endedAt);
        }
        if (connection.createdAt.getEpochSecond() > at.getEpochSecond()) {
            return false;
        }
        connection.deauthorized = true;
        end(connection, at);
        record("stripe_disconnected", connection, Map.of("deauthorized", true));
        return true;
    }

    /** @return a connection of the workspace that is not over. @throws RequestRefused not found */
    public Connected live(WorkspaceId workspaceId, String connectionId) {
        return own(workspaceId, connectionId).connected();
    }

    /** @return the id of the workspace's connection of an account */
    public Optional<String> idOf(WorkspaceId workspaceId, String accountId, Mode mode) {
        return ofAccount(workspaceId, accountId, mode).map(found -> found.id);
    }

    public List<ConnectionView> list(WorkspaceId workspaceId) {
        return database.createQuery("select c from StripeConnection c where c.workspaceId = :workspace"
                        + " and c.live = true order by c.id", StripeConnection.class)
                .setParameter("workspace", workspaceId).getResultStream().map(found -> view(found, null)).toList();
    }

    private void end(StripeConnection connection, Instant at) {
        connection.live = null;
        connection.endpointKey = null;
        connection.endedAt = at;
        database.flush();
        database.createQuery("delete from StripeAccount a where a.connectionId = :connection")
                .setParameter("connection", connection.id).executeUpdate();
    }

    private void claim(StripeConnection connection) {
        StripeAccount.Key key = new StripeAccount.Key(connection.accountId, connection.mode);
        StripeAccount taken = database.find(StripeAccount.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (taken != null) {
            StripeConnection other = database.find(StripeConnection.class, taken.connectionId);
            if (other.proof != null) {
                throw RequestRefused.conflict("account_taken", "accountId: the account is connected in this mode already");
            }
            // A connection without a proof gives way to one with a proof, as if it had never been.
            end(other, other.createdAt);
            database.detach(taken);
        }
        StripeAccount account = new StripeAccount();
        account.accountId = connection.accountId;
        account.mode = connection.mode;
        account.connectionId = connection.id;
        database.persist(account);
    }

    private Optional<StripeConnection> ofAccount(WorkspaceId workspaceId, String accountId, Mode mode) {
        return database.createQuery("select c from StripeConnection c where c.workspaceId = :workspace"
                        + " and c.accountId = :account and c.mode = :mode and c.live = true", StripeConnection.class)
                .setParameter("workspace", workspaceId).setParameter("account", accountId)
                .setParameter("mode", mode.text()).getResultStream().findFirst();
    }

    private StripeConnection own(WorkspaceId workspaceId, String connectionId) {
        return database.createQuery("select c from StripeConnection c where c.workspaceId = :workspace"
                        + " and c.id = :id and c.live = true", StripeConnection.class)
                .setParameter("workspace", workspaceId).setParameter("id", connectionId)
                .getResultStream().findFirst().orElseThrow(() -> RequestRefused.notFound("connection_not_found",
                        "No such connection"));
    }

    private void record(String action, StripeConnection connection, Map<String, ?> more) {
        Map<String, Object> details = new TreeMap<>(more);
        details.put("mode", connection.mode);
        if (!connection.accountId.isEmpty()) {
            details.put("account", connection.accountId);
        }
        if (connection.proof != null) {
            details.put("proof", connection.proof.text());
        }
        trail.record(connection.workspaceId, action, connection.id, details);
    }

    private ConnectionView view(StripeConnection connection, String token) {
        return new ConnectionView(connection.id, connection.mode,
                connection.accountId.isEmpty() ? null : connection.accountId,
                connection.proof == null ? null : connection.proof.text(), connection.endpointId, token, connection.tokenHint,
                secrets.isSigned(connection), connection.apiKeyHint, connection.createdAt);
    }

    /** @return a new last part of the address of an endpoint */
    public static String newToken() {
        return Ids.random(TOKEN_LENGTH);
    }
}
