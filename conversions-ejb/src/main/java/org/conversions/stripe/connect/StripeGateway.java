package org.conversions.stripe.connect;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Optional;
import org.conversions.platform.id.ConnectionId;
import org.conversions.stripe.connect.StripeAnswer.Found;
import org.conversions.stripe.connect.StripeAnswer.NoKey;
import org.conversions.stripe.connect.StripeAnswer.Refused;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks Stripe's API. A call takes up to some {@link #READ_MILLIS}, so it is made outside of transactions and of requests
 * whose answer Stripe is waiting for.
 */
@ApplicationScoped
public class StripeGateway {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 10_000;
    private static final int RETRIES_MAX = 1;
    private static final int CLIENTS_MAX = 200;
    private static final Duration CLIENT_KEPT = Duration.ofHours(1);
    /** The most that Stripe gives at once, and the most pages that are read of the purchases of one payment. */
    private static final int PAGE_SIZE = 100;
    private static final int PAGES_MAX = 10;

    static {
        // Stripe's library has no other switch for it; everything else is said to each client.
        Stripe.enableTelemetry = false;
    }

    @Inject
    private StripeAccesses accesses;
    @Inject
    @ConfigProperty(name = "conversions.stripe.api-base")
    private String apiBase;
    private LoadingCache<String, StripeClient> clients;

    @PostConstruct
    void open() {
        String base = apiBase.replaceAll("/+$", "");
        clients = Caffeine.newBuilder().maximumSize(CLIENTS_MAX).expireAfterAccess(CLIENT_KEPT)
                .build(key -> StripeClient.builder().setApiKey(key).setApiBase(base)
                        .setConnectTimeout(CONNECT_MILLIS).setReadTimeout(READ_MILLIS)
                        .setMaxNetworkRetries(RETRIES_MAX).build());
    }

    /**
     * Asks for the purchases that a payment paid for: its invoices, else its checkout sessions (since basil a charge names
     * neither). Call it outside any transaction.
     *
     * @param paymentId a payment intent ({@code pi_…}) or a charge
     */
    public StripeAnswer paidBy(ConnectionId connectionId, String paymentId) {
        return ask(connectionId, access -> paidBy(access, paymentId));
    }

    /** Asks for a customer with its metadata, as Stripe knows it now. Call it outside any transaction. */
    public StripeAnswer customer(ConnectionId connectionId, String stripeCustomerId) {
        return ask(connectionId, access -> {
            JsonNode customer;
            try {
                customer = StripeList.json(get(access, "/v1/customers/" + encoded(stripeCustomerId)));
            } catch (StripeException e) {
                if (StripeFailure.isUnknownObject(e)) {
                    return new StripeAnswer.Customer(null);
                }
                throw e;
            }
            return new StripeAnswer.Customer(customer.path("deleted").asBoolean() ? null : customer);
        });
    }

    /** Asks for the account of a key. Call it outside any transaction. @param apiKey one of the mode */
    StripeAnswer accountOf(String apiKey, Mode mode) {
        return ask(new StripeAccess(mode, apiKey, null), access ->
                new StripeAnswer.Account(StripeList.json(get(access, "/v1/account")).path("id").asText()));
    }

    /** One question, which may be several calls. */
    private interface Question {

        StripeAnswer ask(StripeAccess with) throws StripeException;
    }

    private StripeAnswer ask(ConnectionId connectionId, Question question) {
        Optional<StripeAccess> access = accesses.of(connectionId);
        if (access.isEmpty()) {
            return new NoKey();
        }
        if (!StripeKey.isOf(access.get().apiKey(), access.get().mode())) {
            return new Refused("the setting " + PlatformKeys.setting(access.get().mode()) + " is no key of this mode");
        }
        return ask(access.get(), question);
    }

    private static StripeAnswer ask(StripeAccess with, Question question) {
        try {
            return question.ask(with);
        } catch (StripeException e) {
            return StripeFailure.answer(e, with.apiKey());
        } catch (UnreadableAnswer e) {
            return new StripeAnswer.Unavailable(e.getMessage());
        }
    }

    private StripeAnswer paidBy(StripeAccess with, String paymentId) throws StripeException {
        boolean intent = paymentId.startsWith("pi_");
        String type = intent ? "payment_intent" : "charge";
        StripeList.Reading invoices = new StripeList.Reading();
        read(with, "/v1/invoice_payments?limit=" + PAGE_SIZE + parameter("payment[type]", type)
                + parameter("payment[" + type + "]", paymentId), invoices);
        StripeList.Reading sessions = new StripeList.Reading();
        // The session of an invoice says no more than the invoice does.
        if (intent && invoices.isEmpty()) {
            read(with, "/v1/checkout/sessions?limit=" + PAGE_SIZE + parameter("payment_intent", paymentId), sessions);
        }
        return new Found(invoices.paidInvoices(), sessions.paidSessions());
    }

    /** Adds every object of a list, page by page. A payment that Stripe does not know is in no list. */
    private void read(StripeAccess with, String list, StripeList.Reading into) throws StripeException {
        String after = "";
        for (int page = 0; page < PAGES_MAX && after != null; page++) {
            try {
                String path = after.isEmpty() ? list : list + parameter("starting_after", after);
                after = into.add(StripeList.parsed(get(with, path)));
            } catch (StripeException e) {
                if (StripeFailure.isUnknownObject(e)) {
                    return;
                }
                throw e;
            }
        }
    }

    private String get(StripeAccess with, String path) throws StripeException {
        return clients.get(with.apiKey()).rawRequest(RequestMethod.GET, path, null,
                RawRequestOptions.builder().setStripeAccount(with.accountId()).build()).body();
    }

    private static String parameter(String name, String value) {
        return "&" + encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
