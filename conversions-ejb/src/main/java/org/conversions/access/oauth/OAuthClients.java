package org.conversions.access.oauth;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.Workspaces;

/** The apps that are registered: those of a workspace, which ask for it alone, and those of the server, which ask for each. */
@Stateless
public class OAuthClients {

    static final int PER_WORKSPACE_MAX = 50;
    static final int OF_SERVER_MAX = 200;

    private static final String SECRET_PREFIX = "conv_app_secret_";
    /** Makes 238 bits, which cannot be guessed, so a fast hash is enough to keep them. */
    private static final int SECRET_LENGTH = 40;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Revocation revocation;
    @Inject
    private AuditTrail trail;

    /** @return the apps of a workspace, the oldest first */
    public List<OAuthClientView> list(WorkspaceId workspaceId) {
        return database.createQuery("select c from OAuthClient c where c.workspaceId = :workspace order by c.id",
                        OAuthClient.class)
                .setParameter("workspace", workspaceId).setMaxResults(PER_WORKSPACE_MAX)
                .getResultStream().map(OAuthClient::view).toList();
    }

    /** @return the apps of the server, the oldest first */
    public List<OAuthClientView> listOfServer() {
        return database.createQuery("select c from OAuthClient c where c.workspaceId is null order by c.id", OAuthClient.class)
                .setMaxResults(OF_SERVER_MAX).getResultStream().map(OAuthClient::view).toList();
    }

    /** @throws RequestRefused forbidden when the workspace has as many as it may have */
    public CreatedOAuthClient create(WorkspaceId workspaceId, NewOAuthClient draft) {
        workspaces.lock(workspaceId);
        if (list(workspaceId).size() >= PER_WORKSPACE_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A workspace has at most " + PER_WORKSPACE_MAX + " apps.");
        }
        CreatedOAuthClient created = make(workspaceId, draft);
        trail.record(workspaceId, "oauth_client_made", created.client().id(), Map.of("name", draft.name()));
        return created;
    }

    /**
     * Registers an app that has no secret, unless the workspace has one of the same redirects and scopes: asked again, it is
     * the same.
     *
     * @throws RequestRefused forbidden when the workspace has as many as it may have
     */
    public OAuthClientView register(WorkspaceId workspaceId, NewOAuthClient draft) {
        // Whoever asks at the same time waits for it, and finds what this one makes.
        workspaces.lock(workspaceId);
        return list(workspaceId).stream().filter(draft::describes).findFirst()
                .orElseGet(() -> create(workspaceId, draft).client());
    }

    /** @throws RequestRefused forbidden when the server has as many as it may have */
    public CreatedOAuthClient createOfServer(NewOAuthClient draft) {
        if (listOfServer().size() >= OF_SERVER_MAX) {
            throw RequestRefused.forbidden("limit_reached", "The server has at most " + OF_SERVER_MAX + " apps.");
        }
        return make(null, draft);
    }

    private CreatedOAuthClient make(WorkspaceId workspaceId, NewOAuthClient draft) {
        String secret = draft.confidential() ? SECRET_PREFIX + Ids.random(SECRET_LENGTH) : null;
        OAuthClient client = new OAuthClient();
        client.id = Ids.next("app", clock);
        client.workspaceId = workspaceId;
        client.name = draft.name();
        client.developer = draft.developer();
        client.redirectUris = String.join("\n", draft.redirectUris());
        client.secretHash = secret == null ? null : TokenHash.sha256(secret);
        client.scopes = AppScopes.text(draft.scopes());
        client.createdAt = clock.instant();
        database.persist(client);
        return new CreatedOAuthClient(client.view(), secret);
    }

    /** Deletes an app of a workspace, and ends all that it was granted. @throws RequestRefused not_found */
    public void delete(WorkspaceId workspaceId, String clientId) {
        OAuthClient client = locked(clientId).filter(found -> workspaceId.equals(found.workspaceId))
                .orElseThrow(OAuthClients::unknown);
        remove(client);
        trail.record(workspaceId, "oauth_client_deleted", clientId, Map.of("name", client.name));
    }

    /** Deletes an app of the server, and ends all that it was granted. @throws RequestRefused not_found */
    public void deleteOfServer(String clientId) {
        remove(locked(clientId).filter(found -> found.workspaceId == null).orElseThrow(OAuthClients::unknown));
    }

    private void remove(OAuthClient client) {
        revocation.endOfClient(client);
        database.remove(client);
    }

    /** Keeps out whoever is about to get tokens for the app. */
    private Optional<OAuthClient> locked(String clientId) {
        return Optional.ofNullable(database.find(OAuthClient.class, clientId, LockModeType.PESSIMISTIC_WRITE));
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("app_not_found", "The app was not found.");
    }
}
