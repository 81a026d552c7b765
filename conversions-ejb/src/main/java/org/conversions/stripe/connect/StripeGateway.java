package org.conversions.stripe.connect;

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
import org.conversions.stripe.connect.PaymentAnswer.Found;
import org.conversions.stripe.connect.PaymentAnswer.NoKey;
import org.conversions.stripe.connect.PaymentAnswer.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks Stripe's API. A call takes up to some {@link #READ_MILLIS}, so nobody asks who holds a row of the database
 * locked or whose answer Stripe is waiting for.
 */
@ApplicationScoped
public class StripeGateway {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 10_000;
    private static final int RETRIES_MAX = 1;
    private static final int CLIENTS_MAX = 200;
    private static final Duration CLIENT_KEPT = Duration.ofHours(1);
    /** What Stripe gives at once at most, and how many times that the purchases of one payment are read. */
    private static final int PAGE_SIZE = 100;
    private static final int PAGES_MAX = 10;

    static {
        // Stripe's library has no other switch for it; everything else is said to each client.
        Stripe.enableTelemetry = false;
    }

    @Inject
    private Connections connections;
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

    /** Whether there is a key to ask about a connection with. Asks the database, not Stripe. */
    public boolean canAsk(String connectionId) {
        return connections.hasAccess(connectionId);
    }

    /**
     * What a payment paid for: its invoices, else its checkout sessions (stripe.md 2.5: since basil a charge names
     * neither). Call it outside any transaction.
     *
     * @param paymentId a payment intent ({@code pi_…}) or a charge
     */
    public PaymentAnswer paidBy(String connectionId, String paymentId) {
        Optional<StripeAccess> access = connections.access(connectionId);
        if (access.isEmpty()) {
            return new NoKey();
        }
        StripeAccess with = access.get();
        if (!StripeKey.isOf(with.apiKey(), with.mode())) {
            return new Refused("the setting " + PlatformKeys.setting(with.mode()) + " is no key of this mode");
        }
        try {
            return paidBy(with, paymentId);
        } catch (StripeException e) {
            return StripeFailure.answer(e, with.apiKey());
        } catch (UnreadableAnswer e) {
            return new PaymentAnswer.Unavailable(e.getMessage());
        }
    }

    private PaymentAnswer paidBy(StripeAccess with, String paymentId) throws StripeException {
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
        RawRequestOptions options = RawRequestOptions.builder().setStripeAccount(with.accountId()).build();
        String after = "";
        for (int page = 0; page < PAGES_MAX && after != null; page++) {
            try {
                String path = after.isEmpty() ? list : list + parameter("starting_after", after);
                after = into.add(StripeList.parsed(clients.get(with.apiKey())
                        .rawRequest(RequestMethod.GET, path, null, options).body()));
            } catch (StripeException e) {
                if (StripeFailure.isUnknownObject(e)) {
                    return;
                }
                throw e;
            }
        }
    }

    private static String parameter(String name, String value) {
        return "&" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
