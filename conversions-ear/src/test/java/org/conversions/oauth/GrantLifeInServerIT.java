package org.conversions.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.conversions.access.ApiKeys;
import org.conversions.access.oauth.AppGrants;
import org.conversions.access.oauth.AuthorizationRequest;
import org.conversions.access.oauth.Authorizations;
import org.conversions.access.oauth.ClientCredentials;
import org.conversions.access.oauth.NewOAuthClient;
import org.conversions.access.oauth.OAuthClients;
import org.conversions.access.oauth.OAuthTokens;
import org.conversions.access.oauth.TokenAnswer;
import org.conversions.account.Memberships;
import org.conversions.account.NewPerson;
import org.conversions.account.People;
import org.conversions.account.Role;
import org.conversions.audit.AuditEntries;
import org.conversions.audit.AuditEntry;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.database.DatabaseDefinition;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.server.InServer;
import org.conversions.server.TestClock;
import org.conversions.server.TestWorkspace;
import org.conversions.workspace.NewWorkspace;
import org.conversions.workspace.Plan;
import org.conversions.workspace.Plans;
import org.conversions.workspace.WorkspacePlan;
import org.conversions.workspace.Workspaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of what an app was granted: it ends with its time, and with the rights of the person who granted it. */
class GrantLifeInServerIT extends InServer {

    private static final String ISSUER = "https://go.example";

    @Inject
    private Workspaces workspaces;
    @Inject
    private Plans plans;
    @Inject
    private People people;
    @Inject
    private Memberships memberships;
    @Inject
    private OAuthClients clients;
    @Inject
    private Authorizations authorizations;
    @Inject
    private OAuthTokens tokens;
    @Inject
    private AppGrants grants;
    @Inject
    private ApiKeys keys;
    @Inject
    private AuditEntries trail;
    @Inject
    private TestClock time;
    @Resource(lookup = DatabaseDefinition.NAME)
    private DataSource database;

    private WorkspaceId workspace;
    private String member;
    private String app;

    @BeforeEach
    void aMemberOfAWorkspaceWithAnApp() {
        workspace = workspaces.create(new NewWorkspace("Grants", TestWorkspace.unique("ws-"), null), Optional.empty()).id();
        member = person(Role.OWNER);
        memberships.add(workspace, person(Role.OWNER), Role.OWNER);
        app = clients.create(workspace, new NewOAuthClient("App", "Dev", List.of(App.REDIRECT), false, null)).client().id();
    }

    @AfterEach
    void theClockIsSetBack() {
        time.setBack();
    }

    @Test
    void aCodeIsGoodForAMinute() {
        String code = code("links.read");
        time.passes(Duration.ofSeconds(59));
        issued(exchanged(code));
        String late = code("links.read");
        time.passes(Duration.ofSeconds(60));
        refused(exchanged(late));
    }

    @Test
    void anAccessTokenIsGoodForAnHourAndTheGrantGoesOn() {
        TokenAnswer.Issued first = granted("links.read");
        time.passes(Duration.ofMinutes(59));
        assertThat(opens(first)).isTrue();
        time.passes(Duration.ofMinutes(1));
        assertThat(opens(first)).isFalse();
        assertThat(opens(issued(refreshed(first)))).isTrue();
    }

    @Test
    void aGrantThatNobodyUsesEndsAfter120DaysAndAnyAfterAYear() {
        TokenAnswer.Issued idle = granted("links.read");
        TokenAnswer.Issued used = granted("links.read");
        for (int month = 0; month < 3; month++) {
            time.passes(Duration.ofDays(119));
            used = issued(refreshed(used));
        }
        refused(refreshed(idle));
        time.passes(Duration.ofDays(7));
        assertThat(opens(issued(refreshed(used)))).isTrue();
        TokenAnswer.Issued last = granted("links.read");
        time.passes(Duration.ofDays(2));
        refused(refreshed(used));
        assertThat(grants.list(workspace)).hasSize(1);
        grants.sweep();
        assertThat(rows("oauth_grant")).isEqualTo(1);
        issued(refreshed(last));
    }

    @Test
    void itEndsWithTheMembershipAlsoOnItsWay() {
        TokenAnswer.Issued before = granted("links.read");
        String onItsWay = code("links.read");
        memberships.remove(workspace, member);
        assertThat(opens(before)).isFalse();
        refused(refreshed(before));
        refused(exchanged(onItsWay));
        assertThat(trail()).contains("app_authorized", "app_revoked");
    }

    @Test
    void itEndsWithANarrowerRoleAndGoesOnWithAWiderOne() {
        memberships.changeRole(workspace, member, Role.MEMBER);
        TokenAnswer.Issued before = granted("links.read");
        memberships.changeRole(workspace, member, Role.OWNER);
        assertThat(opens(before)).isTrue();
        memberships.changeRole(workspace, member, Role.MEMBER);
        assertThat(opens(before)).isFalse();
        refused(refreshed(before));
    }

    @Test
    void nobodyGrantsMoreThanTheirRoleHas() {
        memberships.changeRole(workspace, member, Role.MEMBER);
        assertThatThrownBy(() -> code("workspaces.write")).isInstanceOf(RequestRefused.class)
                .extracting(refusal -> ((RequestRefused) refusal).reason()).isEqualTo("role_too_narrow");
        memberships.changeRole(workspace, member, Role.VIEWER);
        assertThatThrownBy(() -> code("links.read")).isInstanceOf(RequestRefused.class);
    }

    @Test
    void aLowerPlanEndsWhatNeedsTheStripeIntegration() {
        TokenAnswer.Issued stripe = granted("links.read stripe.read");
        TokenAnswer.Issued links = granted("links.read");
        String onItsWay = code("stripe.read");
        plan(Plan.PRO);
        assertThat(opens(stripe)).isFalse();
        refused(refreshed(stripe));
        refused(exchanged(onItsWay));
        assertThat(opens(links)).isTrue();
        assertThatThrownBy(() -> code("stripe.read")).isInstanceOf(RequestRefused.class)
                .extracting(refusal -> ((RequestRefused) refusal).reason()).isEqualTo("plan_too_low");
        plan(Plan.BUSINESS);
        assertThat(opens(granted("stripe.read"))).isTrue();
    }

    @Test
    void whatIsKeptIsHashed() throws SQLException {
        TokenAnswer.Issued issued = granted("links.read");
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select token_hash from oauth_refresh_token")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).hasSize(64).doesNotContain("conv_");
            }
        }
        assertThat(issued.toString()).doesNotContain("conv_");
    }

    @Test
    void ofItsTokensAndCodesNothingStays() {
        TokenAnswer.Issued first = granted("links.read");
        issued(refreshed(first));
        time.passes(Duration.ofDays(130));
        grants.sweep();
        grants.sweep();
        assertThat(rows("oauth_grant")).isZero();
        assertThat(rows("oauth_code")).isZero();
        assertThat(keys.authenticate(first.accessToken())).isEmpty();
    }

    private String person(Role role) {
        String id = people.add(new NewPerson(TestWorkspace.unique("person") + "@example.com", null, "twelve characters"), false).id();
        memberships.add(workspace, id, role);
        return id;
    }

    private void plan(Plan plan) {
        plans.change(workspace, before -> new WorkspacePlan(plan, before.limits()));
    }

    private TokenAnswer.Issued granted(String scope) {
        return issued(exchanged(code(scope)));
    }

    private String code(String scope) {
        AuthorizationRequest request = new AuthorizationRequest(app, App.REDIRECT, "code", scope, "s", App.challenge(App.VERIFIER),
                "S256", Set.of());
        Map<String, String> answer = App.parameters(authorizations.answer(member, request, workspace, ISSUER));
        assertThat(answer).doesNotContainKey("error");
        return answer.get("code");
    }

    private TokenAnswer exchanged(String code) {
        return tokens.exchange(new ClientCredentials(app, null), code, App.REDIRECT, App.VERIFIER);
    }

    private TokenAnswer refreshed(TokenAnswer.Issued before) {
        return tokens.refresh(new ClientCredentials(app, null), before.refreshToken(), null);
    }

    private boolean opens(TokenAnswer.Issued tokens) {
        return keys.authenticate(tokens.accessToken()).isPresent();
    }

    private List<String> trail() {
        return trail.list(workspace, null, null, new Page(1, 100, null, null)).stream().map(AuditEntry::action).toList();
    }

    private int rows(String table) {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select count(*) from " + table + " where workspace_id = '" + workspace + "'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TokenAnswer.Issued issued(TokenAnswer answer) {
        assertThat(answer).isInstanceOf(TokenAnswer.Issued.class);
        return (TokenAnswer.Issued) answer;
    }

    private static void refused(TokenAnswer answer) {
        assertThat(answer).isInstanceOf(TokenAnswer.Refused.class);
        assertThat(((TokenAnswer.Refused) answer).error().code()).isEqualTo("invalid_grant");
    }
}
