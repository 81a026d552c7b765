package org.conversions.stripe.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.RawRequestOptions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.conversions.stripe.api.StripeAnswer.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends requests to Stripe and reads what comes back. A call takes up to some {@link #READ_MILLIS}, so it is made outside of
 * transactions and of requests whose answer Stripe is waiting for.
 */
@ApplicationScoped
class StripeClients {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 10_000;
    private static final int RETRIES_MAX = 1;
    private static final int CLIENTS_MAX = 200;
    private static final Duration CLIENT_KEPT = Duration.ofHours(1);

    static {
        // Stripe's library has no other switch for it; everything else is said to each client.
        Stripe.enableTelemetry = false;
    }

    /** One question, which may be several calls. */
    interface Question {

        StripeAnswer ask(StripeAccess with) throws StripeException;
    }

    @Inject
    @ConfigProperty(name = "conversions.stripe.api-base")
    private String apiBase;
    @Inject
    @ConfigProperty(name = "conversions.stripe.connect-base")
    private String connectBase;
    private LoadingCache<String, StripeClient> clients;
    private LoadingCache<String, StripeClient> connectClients;

    @PostConstruct
    void open() {
        clients = clientsOf(apiBase);
        connectClients = clientsOf(connectBase);
    }

    private static LoadingCache<String, StripeClient> clientsOf(String address) {
        String base = address.replaceAll("/+$", "");
        return Caffeine.newBuilder().maximumSize(CLIENTS_MAX).expireAfterAccess(CLIENT_KEPT)
                .build(key -> StripeClient.builder().setApiKey(key).setApiBase(base)
                        .setConnectTimeout(CONNECT_MILLIS).setReadTimeout(READ_MILLIS)
                        .setMaxNetworkRetries(RETRIES_MAX).build());
    }

    /** @return refused without a call when the key is none of the mode, which can only be one of the settings */
    StripeAnswer ask(StripeAccess with, Question question) {
        if (!StripeKey.isOf(with.apiKey(), with.mode())) {
            return new Refused(0, "the setting " + PlatformKeys.setting(with.mode()) + " is no key of this mode");
        }
        try {
            return question.ask(with);
        } catch (StripeException e) {
            return StripeFailure.answer(e, with.apiKey());
        } catch (UnreadableAnswer e) {
            return new StripeAnswer.Unavailable(e.getMessage());
        }
    }

    /** @param path with the query. @return the body */
    String get(StripeAccess with, String path) throws StripeException {
        return send(RequestMethod.GET, with, path, null);
    }

    /** @param form the encoded parameters. @return the body */
    String post(StripeAccess with, String path, String form) throws StripeException {
        return send(RequestMethod.POST, with, path, form);
    }

    /** @param idempotencyKey by which Stripe does it once, however often it is sent. @return the body */
    String postOnce(StripeAccess with, String path, String form, String idempotencyKey) throws StripeException {
        return clients.get(with.apiKey()).rawRequest(RequestMethod.POST, path, form, RawRequestOptions.builder()
                .setStripeAccount(with.accountId()).setIdempotencyKey(idempotencyKey).build()).body();
    }

    void delete(StripeAccess with, String path) throws StripeException {
        send(RequestMethod.DELETE, with, path, null);
    }

    /** Sends to where Stripe has its OAuth. @return the body */
    String postToConnect(StripeAccess with, String path, String form) throws StripeException {
        return connectClients.get(with.apiKey()).rawRequest(RequestMethod.POST, path, form,
                RawRequestOptions.builder().build()).body();
    }

    private String send(RequestMethod method, StripeAccess with, String path, String content) throws StripeException {
        return clients.get(with.apiKey()).rawRequest(method, path, content,
                RawRequestOptions.builder().setStripeAccount(with.accountId()).build()).body();
    }

    static String parameter(String name, String value) {
        return "&" + encoded(name) + "=" + encoded(value);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
