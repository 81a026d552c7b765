package org.conversions.stripe.api;

import static org.conversions.stripe.api.StripeClients.encoded;
import static org.conversions.stripe.api.StripeClients.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stripe's own OAuth, by which a merchant connects an account to the operator's platform. Call it outside any transaction.
 * The tokens that come with an answer are not kept: Stripe is asked with the platform's key.
 */
@ApplicationScoped
public class StripeOAuth {

    @Inject
    private StripeClients clients;
    @Inject
    private PlatformKeys keys;
    @Inject
    private PlatformClients platform;
    @Inject
    @ConfigProperty(name = "conversions.stripe.connect-base")
    private String connectBase;
    @Inject
    @ConfigProperty(name = "conversions.stripe.connect-scope", defaultValue = "read_only")
    private String scope;

    /**
     * @param redirectUri one that is set for the platform in Stripe
     * @return where a merchant is sent to; empty without a client id and a key of the mode
     */
    public Optional<String> authorizeUrl(Mode mode, String state, String redirectUri) {
        return keys.of(mode).flatMap(key -> platform.of(mode)).map(client -> connectBase.replaceAll("/+$", "")
                + "/oauth/authorize?response_type=code" + parameter("client_id", client) + parameter("scope", scope)
                + parameter("state", state) + parameter("redirect_uri", redirectUri));
    }

    /** Exchanges a code for the account that it is of. @return {@link StripeAnswer.Authorized} */
    public StripeAnswer exchange(Mode mode, String code) {
        return keys.of(mode).map(key -> clients.ask(new StripeAccess(mode, key, null), with -> {
            JsonNode token = StripeList.json(clients.postToConnect(with, "/oauth/token",
                    "grant_type=authorization_code&code=" + encoded(code)));
            return new StripeAnswer.Authorized(token.path("stripe_user_id").asText(), token.path("livemode").asBoolean());
        })).orElseGet(StripeAnswer.NoKey::new);
    }

    /** Gives back what the platform may do with an account. @return Done */
    public StripeAnswer deauthorize(Mode mode, String accountId) {
        return keys.of(mode).map(key -> clients.ask(new StripeAccess(mode, key, null), with -> {
            clients.postToConnect(with, "/oauth/deauthorize", "client_id=" + encoded(platform.of(mode).orElse(""))
                    + parameter("stripe_user_id", accountId));
            return new StripeAnswer.Done();
        })).orElseGet(StripeAnswer.NoKey::new);
    }
}
