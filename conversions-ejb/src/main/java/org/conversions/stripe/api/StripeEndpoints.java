package org.conversions.stripe.api;

import static org.conversions.stripe.api.StripeClients.encoded;
import static org.conversions.stripe.api.StripeClients.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.Stripe;
import com.stripe.exception.StripeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.conversions.stripe.object.StripeObject;

/** Makes, lists and deletes the webhook endpoints of an account. Call it outside any transaction. */
@ApplicationScoped
public class StripeEndpoints {

    private static final String ENDPOINTS = "/v1/webhook_endpoints";
    private static final int MISSING_PARAMETER = 400;

    @Inject
    private StripeClients clients;

    /** @return {@link StripeAnswer.Endpoints}; an account has few of them */
    public StripeAnswer list(StripeAccess access) {
        return clients.ask(access, with -> new StripeAnswer.Endpoints(StripeList.objects(
                        StripeList.parsed(clients.get(with, ENDPOINTS + "?limit=" + StripeGateway.PAGE_SIZE))).stream()
                .map(StripeEndpoints::endpoint).toList()));
    }

    /**
     * Makes an endpoint whose events have the version that this server's library has.
     *
     * @param metadata what it is found by later
     * @return the {@link StripeAnswer.Endpoint} with its signing secret, which Stripe shows only now
     */
    public StripeAnswer create(StripeAccess access, String url, List<String> types, Map<String, String> metadata) {
        StringBuilder form = new StringBuilder("url=" + encoded(url)).append(parameter("api_version", Stripe.API_VERSION))
                .append(parameter("description", "Conversions"));
        types.forEach(type -> form.append(parameter("enabled_events[]", type)));
        metadata.forEach((name, value) -> form.append(parameter("metadata[" + name + "]", value)));
        return clients.ask(access, with -> {
            StripeAnswer.Endpoint made = endpoint(StripeList.json(clients.post(with, ENDPOINTS, form.toString())));
            if (made.id() == null || made.secret() == null) {
                throw new UnreadableAnswer("it made an endpoint without saying its secret", null);
            }
            return made;
        });
    }

    /** @return Done, also when it is not there any more */
    public StripeAnswer delete(StripeAccess access, String endpointId) {
        return clients.ask(access, with -> {
            try {
                clients.delete(with, ENDPOINTS + "/" + encoded(endpointId));
            } catch (StripeException e) {
                if (!StripeFailure.isUnknownObject(e)) {
                    throw e;
                }
            }
            return new StripeAnswer.Done();
        });
    }

    /** Asks for an endpoint without an address, which Stripe makes for nobody. @return Done when the key was the right one */
    public StripeAnswer mayWrite(StripeAccess access) {
        return clients.ask(access, with -> {
            try {
                clients.post(with, ENDPOINTS, "");
            } catch (StripeException e) {
                if (e.getStatusCode() == null || e.getStatusCode() != MISSING_PARAMETER) {
                    throw e;
                }
            }
            return new StripeAnswer.Done();
        });
    }

    private static StripeAnswer.Endpoint endpoint(JsonNode endpoint) {
        return new StripeAnswer.Endpoint(StripeObject.idOf(endpoint.path("id")), endpoint.path("url").asText(),
                endpoint.path("metadata"), endpoint.path("created").asLong(), endpoint.path("secret").textValue());
    }
}
