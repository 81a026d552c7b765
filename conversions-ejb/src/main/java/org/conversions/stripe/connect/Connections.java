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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.SecretBox;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.Mode;
import org.conversions.workspace.WorkspaceCreated;

/** Connects Stripe accounts to workspaces, and finds the connections that events belong to. */
@Stateless
public class Connections {

    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x2b\\x2d-\\x7e]{20,255}");
    private static final int SECRETS_MAX = 2;
    private static final int CONNECTIONS_MAX = 100;
    private static final int TOKEN_LENGTH = 32;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private SecretBox secrets;
    @Inject
    private StripeAccesses accesses;
    @Inject
    private AccountProofs proofs;
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
        String token = Ids.random(TOKEN_LENGTH);
        StripeConnection connection = new StripeConnection();
        connection.id = Ids.next("sc", clock);
        connection.workspaceId = workspaceId;
        connection.mode = mode.text();
        connection.accountId = accountId;
        connection.proof = draft.account().map(ProvenAccount::proof).orElse(null);
        connection.tokenHash = TokenHash.sha256(token);
        connection.tokenHint = token.substring(0, 4) + "…" + token.substring(TOKEN_LENGTH - 4);
        connection.signingSecrets = secrets.encrypt(connection.placeOfSigningSecrets(), String.join(",", checked(draft.signingSecrets())));
        setKey(connection, draft.apiKey());
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
        if (accesses.isThere(connection)) {
            accessChanged.fire(new AccessChanged(workspaceId, mode));
        }
        return view(connection, token);
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
            connection.signingSecrets = secrets.encrypt(connection.placeOfSigningSecrets(), String.join(",", checked(change.signingSecrets())));
        }
        setKey(connection, change.apiKey());
        if (change.apiKey() != null && connection.apiKey != null) {
            database.flush();
            accessChanged.fire(new AccessChanged(workspaceId, Mode.of(connection.mode)));
        }
        return view(connection, null);
    }

    /** Ends a connection: later events belong to no workspace, until the account is connected again. @throws RequestRefused not found */
    public void disconnect(WorkspaceId workspaceId, String connectionId) {
        end(own(workspaceId, connectionId), clock.instant());
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
        return true;
    }

    /** @return a connection of the workspace that is not over. @throws RequestRefused not found */
    public Connected live(WorkspaceId workspaceId, String connectionId) {
        return connected(own(workspaceId, connectionId));
    }

    public List<ConnectionView> list(WorkspaceId workspaceId) {
        return database.createQuery("select c from StripeConnection c where c.workspaceId = :workspace"
                        + " and c.live = true order by c.id", StripeConnection.class)
                .setParameter("workspace", workspaceId).getResultStream().map(found -> view(found, null)).toList();
    }

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
        return connectionIds.isEmpty() ? List.of() : connected("c.id in :ids", connectionIds.stream().map(ConnectionId::value).toList());
    }

    /** @param apiKey null leaves the key as it is, an empty text removes it */
    private void setKey(StripeConnection connection, String apiKey) {
        if (apiKey == null) {
            return;
        }
        String key = apiKey.isEmpty() ? null : StripeKey.checked(apiKey, Mode.of(connection.mode));
        connection.apiKey = key == null ? null : secrets.encrypt(connection.placeOfApiKey(), key);
        connection.apiKeyHint = key == null ? null : StripeKey.hint(key);
    }

    private List<Connected> connected(String where, Collection<String> ids) {
        return database.createQuery("select c from StripeConnection c where " + where, StripeConnection.class)
                .setParameter("ids", List.copyOf(ids)).getResultStream()
                .map(Connections::connected).toList();
    }

    private static Connected connected(StripeConnection found) {
        return new Connected(new ConnectionId(found.id), found.workspaceId, Mode.of(found.mode), found.accountId, found.createdAt,
                found.endedAt, found.deauthorized);
    }

    private void end(StripeConnection connection, Instant at) {
        connection.live = null;
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
                throw RequestRefused.conflict("account_taken",
                        "accountId: the account is connected in this mode already");
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

    private StripeConnection own(WorkspaceId workspaceId, String connectionId) {
        return database.createQuery("select c from StripeConnection c where c.workspaceId = :workspace"
                        + " and c.id = :id and c.live = true", StripeConnection.class)
                .setParameter("workspace", workspaceId).setParameter("id", connectionId)
                .getResultStream().findFirst().orElseThrow(() -> RequestRefused.notFound("connection_not_found",
                        "No such connection"));
    }

    private ConnectionView view(StripeConnection connection, String token) {
        return new ConnectionView(connection.id, connection.mode,
                connection.accountId.isEmpty() ? null : connection.accountId, token, connection.tokenHint,
                !secrets.decrypt(connection.placeOfSigningSecrets(), connection.signingSecrets).isEmpty(), connection.apiKeyHint, connection.createdAt);
    }

    private static List<String> checked(List<String> signingSecrets) {
        List<String> given = signingSecrets == null ? List.of() : signingSecrets;
        if (given.size() > SECRETS_MAX
                || given.stream().anyMatch(secret -> secret == null || !SECRET.matcher(secret).matches())) {
            throw RequestRefused.unprocessable("field_malformed",
                    "signingSecrets: must be one or two signing secrets (whsec_…)");
        }
        return given;
    }

    private static List<String> split(String secrets) {
        return secrets.isEmpty() ? List.of() : List.of(secrets.split(","));
    }
}
