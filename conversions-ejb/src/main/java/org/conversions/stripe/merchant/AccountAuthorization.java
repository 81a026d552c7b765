package org.conversions.stripe.merchant;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.conversions.account.Memberships;
import org.conversions.account.Role;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.api.StripeOAuth;
import org.conversions.stripe.connect.AccountProofs;
import org.conversions.stripe.connect.ConnectionDraft;
import org.conversions.stripe.connect.ConnectionView;
import org.conversions.stripe.connect.Connections;
import org.conversions.workspace.Mode;

/** Connects an account by Stripe's own OAuth: the merchant is sent to Stripe and comes back with a code. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountAuthorization {

    @Inject
    private AuthorizationStates states;
    @Inject
    private StripeOAuth oauth;
    @Inject
    private AccountProofs proofs;
    @Inject
    private Connections connections;
    @Inject
    private Memberships memberships;

    /** The query that Stripe sends a merchant back with. @param error Stripe's word when the merchant said no; else null */
    public record Answer(String state, String code, String error) {
    }

    /**
     * @param personId    the one who has to come back
     * @param redirectUri where Stripe sends the merchant back to
     * @return the address of Stripe to send the merchant to
     * @throws RequestRefused conflict when this server has no platform of that mode
     */
    public String start(WorkspaceId workspaceId, String personId, Mode mode, String redirectUri) {
        return oauth.authorizeUrl(mode, states.begin(workspaceId, personId, mode), redirectUri)
                .orElseThrow(() -> RequestRefused.conflict("not_configured", "This server has no Stripe platform for that mode:"
                        + " its operator sets conversions.stripe.platform-client-id and conversions.stripe.api-key."));
    }

    /**
     * Connects the account that the merchant chose, for the workspace that it was started for. The state is spent whatever comes
     * of it.
     *
     * @throws RequestRefused with a reason: state_unknown, access_denied, not_owner, account_taken, or one of
     *         {@link AccountProofs#byOAuthCode}
     */
    public ConnectionView finish(String personId, Answer answer) {
        AuthorizationStates.Spent spent = Optional.ofNullable(answer.state())
                .flatMap(state -> states.spend(state, personId))
                .orElseThrow(() -> RequestRefused.badRequest("state_unknown", "This is not the answer to what you started here"
                        + " within the last ten minutes."));
        if (answer.error() != null || answer.code() == null) {
            throw RequestRefused.badRequest("access_denied", "Stripe says that the account is not to be connected.");
        }
        // The role may have changed meanwhile.
        if (memberships.role(spent.workspaceId(), personId).filter(role -> role == Role.OWNER).isEmpty()) {
            throw RequestRefused.forbidden("not_owner", "Only an owner of the workspace connects accounts.");
        }
        return connections.connectOnce(spent.workspaceId(), new ConnectionDraft(spent.mode(),
                Optional.of(proofs.byOAuthCode(spent.mode(), answer.code())), List.of(), null));
    }
}
