package org.conversions.access.oauth;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.conversions.access.Area;
import org.conversions.account.Role;
import org.conversions.platform.Word;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Feature;
import org.conversions.workspace.Plan;
import org.conversions.workspace.WorkspaceView;

/** The rules for what an app may be granted for a workspace, one method each. They hold when a person consents and ever after. */
final class GrantRules {

    /** Why an app cannot be granted what it asks for. */
    enum Refusal implements Word {
        APP_OF_OTHER_WORKSPACE("This app is registered for another workspace only."),
        ROLE_TOO_NARROW("Your role in this workspace does not have all the rights that the app asks for."),
        PLAN_TOO_LOW("The plan of this workspace does not include the Stripe integration, which the app asks for.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }

        @Override
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private GrantRules() {
    }

    /** @param appWorkspaceId null for an app of the server @return the first thing that is in the way */
    static Optional<Refusal> check(WorkspaceId appWorkspaceId, WorkspaceView workspace, Role role, Set<String> scopes) {
        return checkApp(appWorkspaceId, workspace.id()).or(() -> checkRole(role, scopes))
                .or(() -> checkPlan(workspace.plan().plan(), scopes));
    }

    static Optional<Refusal> checkApp(WorkspaceId appWorkspaceId, WorkspaceId workspaceId) {
        return appWorkspaceId == null || appWorkspaceId.equals(workspaceId) ? Optional.empty()
                : Optional.of(Refusal.APP_OF_OTHER_WORKSPACE);
    }

    /** An app never has more rights than the person who lets it in; a viewer lets in none. */
    static Optional<Refusal> checkRole(Role role, Set<String> scopes) {
        return Role.MEMBER.compareTo(role) >= 0 && AppScopes.covered(scopes, role.scopes()) ? Optional.empty()
                : Optional.of(Refusal.ROLE_TOO_NARROW);
    }

    /** The API looks at the plan at each request; what needs the Stripe integration is not granted without it. */
    static Optional<Refusal> checkPlan(Plan plan, Set<String> scopes) {
        return plan.includes(Feature.STRIPE_INTEGRATION)
                || scopes.stream().noneMatch(Set.of(Area.STRIPE.scope(false), Area.STRIPE.scope(true))::contains)
                ? Optional.empty() : Optional.of(Refusal.PLAN_TOO_LOW);
    }
}
