package org.conversions.stripe.merchant;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.api.StripeEndpoints;
import org.conversions.stripe.api.StripeOAuth;
import org.conversions.stripe.connect.AccountProofs;
import org.conversions.stripe.connect.Connected;
import org.conversions.stripe.connect.ConnectionChange;
import org.conversions.stripe.connect.ConnectionDraft;
import org.conversions.stripe.connect.ConnectionView;
import org.conversions.stripe.connect.Connections;
import org.conversions.stripe.connect.ProvenAccount;
import org.conversions.stripe.connect.StripeAccesses;
import org.conversions.workspace.Mode;

/** Connects accounts for merchants, only with a key of the account. Stripe is asked before the database is. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MerchantConnections {

    @Inject
    private AccountProofs proofs;
    @Inject
    private Connections connections;
    @Inject
    private StripeAccesses accesses;
    @Inject
    private StripeEndpoints endpoints;
    @Inject
    private StripeOAuth oauth;

    /**
     * @param accountId null or empty for an endpoint to add in Stripe
     * @return with the token of its endpoint, which is not shown again
     * @throws RequestRefused as {@link AccountProofs#byOwnKey} and {@link Connections#connect}
     */
    public ConnectionView connect(WorkspaceId workspaceId, Mode mode, String accountId, List<String> signingSecrets,
                                  String apiKey) {
        return connections.connect(workspaceId, new ConnectionDraft(mode,
                proven(accountId, mode, apiKey), signingSecrets, apiKey));
    }

    /**
     * Replaces the signing secrets, the key or both. A key of a connected account has to be that account's.
     *
     * @throws RequestRefused not found, or as {@link #connect}
     */
    public ConnectionView change(WorkspaceId workspaceId, String connectionId, ConnectionChange change) {
        Connected connection = connections.live(workspaceId, connectionId);
        Optional<ProvenAccount> proven = change.apiKey() == null || change.apiKey().isEmpty() ? Optional.empty()
                : proven(connection.accountId(), connection.mode(), change.apiKey());
        return connections.change(workspaceId, connectionId, change, proven);
    }

    /**
     * Ends a connection, and then, as far as Stripe lets it, what Stripe keeps of it.
     *
     * @throws RequestRefused not found
     */
    public Disconnection disconnect(WorkspaceId workspaceId, String connectionId) {
        StripeAccesses.AtStripe kept = accesses.atStripe(workspaceId, connectionId);
        connections.disconnect(workspaceId, connectionId);
        if (kept.endpointId() != null) {
            StripeAnswer answer = kept.access().map(access -> endpoints.delete(access, kept.endpointId()))
                    .orElseGet(StripeAnswer.NoKey::new);
            return ended(connectionId, answer, "The endpoint " + kept.endpointId()
                    + " is still there: delete it among the webhooks in Stripe's dashboard");
        }
        if (kept.authorizedAccount() != null) {
            return ended(connectionId, oauth.deauthorize(kept.mode(), kept.authorizedAccount()), "Stripe still lets this"
                    + " server read the account: remove its app in the settings of Stripe's dashboard");
        }
        return new Disconnection(connectionId, null, null);
    }

    private static Disconnection ended(String connectionId, StripeAnswer answer, String otherwise) {
        String why = answer instanceof StripeAnswer.Unavailable trouble ? trouble.reason()
                : answer instanceof StripeAnswer.Refused refused ? refused.reason() : "there is no key to ask it with";
        return answer instanceof StripeAnswer.Done ? new Disconnection(connectionId, true, null)
                : new Disconnection(connectionId, false, otherwise + ". Stripe could not be asked to: " + why);
    }

    /** Proves an account. An endpoint whose events name no account needs no proof: its owner sends what comes in by it. */
    private Optional<ProvenAccount> proven(String accountId, Mode mode, String apiKey) {
        return accountId == null || accountId.isEmpty() ? Optional.empty()
                : Optional.of(proofs.byOwnKey(accountId, mode, apiKey));
    }
}
