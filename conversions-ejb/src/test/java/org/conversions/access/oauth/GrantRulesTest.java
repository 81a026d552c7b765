package org.conversions.access.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.HashSet;
import java.util.Set;
import org.conversions.access.Area;
import org.conversions.account.Role;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantRulesTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");

    @ParameterizedTest
    @CsvSource({"OWNER, links.write, true", "OWNER, workspaces.write, true", "MEMBER, links.write, true", "MEMBER, workspaces.read, true",
        "MEMBER, workspaces.write, false", "VIEWER, links.read, false", "VIEWER, links.write, false"})
    void anAppGetsNoMoreThanThePersonHasAndNothingFromAViewer(Role role, String scope, boolean granted) {
        assertThat(GrantRules.checkRole(role, Set.of(scope)).isEmpty()).isEqualTo(granted);
    }

    @Test
    void anOwnerCanGrantAllThatAnAppCanHave() {
        assertThat(GrantRules.checkRole(Role.OWNER, new HashSet<>(Area.appScopes()))).isEmpty();
    }

    @Test
    void theAppOfAWorkspaceIsForThatOneAlone() {
        assertThat(GrantRules.checkApp(new WorkspaceId("ws_2"), WORKSPACE)).contains(GrantRules.Refusal.APP_OF_OTHER_WORKSPACE);
        assertThat(GrantRules.checkApp(WORKSPACE, WORKSPACE)).isEmpty();
        assertThat(GrantRules.checkApp(null, WORKSPACE)).as("an app of the server").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FREE, stripe.read, false", "PRO, stripe.write, false", "BUSINESS, stripe.write, true", "FREE, links.write, true"})
    void whatNeedsTheStripeIntegrationNeedsItsPlan(Plan plan, String scope, boolean granted) {
        assertThat(GrantRules.checkPlan(plan, Set.of("links.read", scope)).isEmpty()).isEqualTo(granted);
    }

    @Test
    void whoMayWriteMayRead() {
        assertThat(AppScopes.covered(Set.of("links.read", "links.write"), Set.of("links.write"))).isTrue();
        assertThat(AppScopes.covered(Set.of("links.write"), Set.of("links.read"))).isFalse();
        assertThat(AppScopes.covered(Set.of("links.read"), Set.of("tags.write"))).isFalse();
    }

    @Test
    void errorsKeepToTheCharactersOfOAuth() {
        assertThatNoException().isThrownBy(() -> OAuthError.invalidRequest("code: must be there."));
        assertThatNoException().isThrownBy(OAuthError::invalidClient);
    }

    @ParameterizedTest
    @ValueSource(strings = {"say \"no\"", "back\\slash", "ä", "", "line\nbreak"})
    void othersAreAMistakeOfOurs(String description) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> OAuthError.invalidRequest(description));
    }
}
