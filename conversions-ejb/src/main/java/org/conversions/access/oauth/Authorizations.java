package org.conversions.access.oauth;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conversions.account.MembershipView;
import org.conversions.account.Memberships;
import org.conversions.account.Role;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.secret.TokenHash;
import org.conversions.workspace.WorkspaceView;
import org.conversions.workspace.Workspaces;

/** Asks a person whether an app gets what it asks for, and takes the answer. */
@Stateless
public class Authorizations {

    static final Duration CODE_LIFE = Duration.ofSeconds(60);
    /** Bounds the codes of a person; the next one takes the place of the oldest. */
    static final int CODES_PER_PERSON_MAX = 50;

    private static final String CODE_PREFIX = "conv_code_";
    /** Makes 190 bits, which cannot be guessed, so a fast hash is enough to keep them. */
    private static final int CODE_LENGTH = 32;
    private static final int SWEEP_MAX = 1_000;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Memberships memberships;
    @Inject
    private Workspaces workspaces;
    @Inject
    private AuditTrail trail;

    /**
     * @param issuer the public address of this server
     * @throws RequestRefused bad request when it is not certain which app asks, or that the address is the app's
     */
    public Consent consent(String personId, AuthorizationRequest request, String issuer) {
        OAuthClientView client = client(request);
        Optional<OAuthError> mistake = AuthorizationRules.check(request, client);
        Set<String> scopes = mistake.isPresent() ? Set.of() : AuthorizationRules.scopes(request, client);
        String registeredBy = client.workspaceId() == null ? null : workspaces.get(client.workspaceId()).name();
        return new Consent(client, registeredBy, RedirectUris.host(request.redirectUri()), scopes,
                mistake.isPresent() ? List.of() : choices(personId, client, scopes), mistake.orElse(null),
                mistake.map(AuthorizationResponse.to(request, issuer)::refused).orElse(null));
    }

    /**
     * @param workspaceId which one is meant; null when the person says no
     * @return where the person is sent, with the answer for the app
     * @throws RequestRefused as {@link #consent}; not found for a workspace that is not the person's; forbidden for one for
     *                        which the app cannot have what it asks for
     */
    public String answer(String personId, AuthorizationRequest request, WorkspaceId workspaceId, String issuer) {
        OAuthClientView client = client(request);
        AuthorizationResponse response = AuthorizationResponse.to(request, issuer);
        Optional<OAuthError> mistake = AuthorizationRules.check(request, client);
        if (mistake.isPresent()) {
            return response.refused(mistake.get());
        }
        if (workspaceId == null) {
            return response.refused(new OAuthError("access_denied", "The person did not agree."));
        }
        Role role = memberships.role(workspaceId, personId).orElseThrow(() ->
                RequestRefused.notFound("workspace_not_found", "Workspace not found."));
        Set<String> scopes = AuthorizationRules.scopes(request, client);
        GrantRules.check(client.workspaceId(), workspaces.get(workspaceId), role, scopes).ifPresent(refusal -> {
            throw RequestRefused.forbidden(refusal.text(), refusal.sentence());
        });
        trail.record(workspaceId, "app_authorized", client.id(), Map.of("name", client.name(), "scopes", scopes));
        return response.granted(code(personId, request, workspaceId, scopes));
    }

    private OAuthClientView client(AuthorizationRequest request) {
        OAuthClientView client = AuthorizationRules.checkClient(request, Optional.ofNullable(request.clientId())
                .map(id -> database.find(OAuthClient.class, id)).map(OAuthClient::view));
        AuthorizationRules.checkRedirect(request, client);
        return client;
    }

    private List<Consent.Choice> choices(String personId, OAuthClientView client, Set<String> scopes) {
        List<MembershipView> all = memberships.of(personId);
        Map<WorkspaceId, WorkspaceView> views = workspaces.ofIds(all.stream().map(MembershipView::workspaceId).toList()).stream()
                .collect(Collectors.toMap(WorkspaceView::id, Function.identity()));
        return all.stream().map(membership -> {
            WorkspaceView workspace = views.get(membership.workspaceId());
            Optional<GrantRules.Refusal> refusal =
                    GrantRules.check(client.workspaceId(), workspace, membership.role(), scopes);
            return new Consent.Choice(workspace.id().value(), workspace.name(), workspace.slug(), membership.role(),
                    refusal.map(GrantRules.Refusal::text).orElse(null),
                    refusal.map(GrantRules.Refusal::sentence).orElse(null));
        }).toList();
    }

    private String code(String personId, AuthorizationRequest request, WorkspaceId workspaceId, Set<String> scopes) {
        List<String> older = database.createQuery("select c.codeHash from AuthorizationCode c where c.personId = :person"
                        + " order by c.createdAt desc", String.class)
                .setParameter("person", personId).setFirstResult(CODES_PER_PERSON_MAX - 1).setMaxResults(SWEEP_MAX)
                .getResultList();
        if (!older.isEmpty()) {
            database.createQuery("delete from AuthorizationCode c where c.codeHash in :hashes")
                    .setParameter("hashes", older).executeUpdate();
        }
        String code = CODE_PREFIX + Ids.random(CODE_LENGTH);
        AuthorizationCode row = new AuthorizationCode();
        row.codeHash = TokenHash.sha256(code);
        row.grantId = Ids.next("grant", clock);
        row.clientId = request.clientId();
        row.workspaceId = workspaceId;
        row.personId = personId;
        row.redirectUri = request.redirectUri();
        row.codeChallenge = request.codeChallenge();
        row.scopes = AppScopes.text(scopes);
        row.createdAt = clock.instant();
        row.expiresAt = row.createdAt.plus(CODE_LIFE);
        database.persist(row);
        return code;
    }
}
