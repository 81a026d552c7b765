package org.conversions.stripe.api;

import static org.conversions.stripe.api.StripeClients.encoded;
import static org.conversions.stripe.api.StripeClients.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.StripeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conversions.stripe.api.StripeAnswer.Found;
import org.conversions.workspace.Mode;

/** Asks Stripe what it knows of an account. Call it outside any transaction. */
@ApplicationScoped
public class StripeGateway {

    /** The most that Stripe gives at once, and the most pages that are read of the purchases of one payment. */
    public static final int PAGE_SIZE = 100;
    private static final int PAGES_MAX = 10;

    /** The lists that are tried to see what a key may read, by the name that Stripe gives the right in its dashboard. */
    private static final Map<String, String> READABLE = Map.of(
            "customers", "/v1/customers?limit=1", "invoices", "/v1/invoices?limit=1", "charges", "/v1/charges?limit=1",
            "payment_intents", "/v1/payment_intents?limit=1", "checkout_sessions", "/v1/checkout/sessions?limit=1",
            "subscriptions", "/v1/subscriptions?limit=1&status=all", "disputes", "/v1/disputes?limit=1",
            "events", "/v1/events?limit=1", "webhook_endpoints", "/v1/webhook_endpoints?limit=1");

    @Inject
    private StripeClients clients;

    /**
     * Asks for the purchases that a payment paid for: its invoices, else its checkout sessions (since basil a charge names
     * neither).
     *
     * @param paymentId a payment intent ({@code pi_…}) or a charge
     */
    public StripeAnswer paidBy(StripeAccess access, String paymentId) {
        return clients.ask(access, with -> {
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
        });
    }

    /** Asks for a customer with its metadata, as Stripe knows it now. */
    public StripeAnswer customer(StripeAccess access, String stripeCustomerId) {
        return clients.ask(access, with -> {
            JsonNode customer;
            try {
                customer = StripeList.json(clients.get(with, "/v1/customers/" + encoded(stripeCustomerId)));
            } catch (StripeException e) {
                if (StripeFailure.isUnknownObject(e)) {
                    return new StripeAnswer.Customer(null);
                }
                throw e;
            }
            return new StripeAnswer.Customer(customer.path("deleted").asBoolean() ? null : customer);
        });
    }

    /** Asks for the account of a key. @param apiKey one of the mode */
    public StripeAnswer accountOf(String apiKey, Mode mode) {
        return account(new StripeAccess(mode, apiKey, null));
    }

    /** Asks for the account that is asked about. */
    public StripeAnswer account(StripeAccess access) {
        return clients.ask(access, with ->
                new StripeAnswer.Account(StripeList.json(clients.get(with, "/v1/account")).path("id").asText()));
    }

    /** The events of some types and of a time. @param types at most 20, which is Stripe's limit */
    public record EventQuery(List<String> types, Instant from, Instant to) {
    }

    /**
     * Asks for a page of an account's events. Stripe keeps them for 30 days.
     *
     * @param older true for the page of those that are older than the event, false for those that are newer
     * @param event where the page begins; null for the newest of all
     * @return {@link StripeAnswer.Events}, or Unknown when Stripe does not keep that event any more
     */
    public StripeAnswer events(StripeAccess access, EventQuery query, boolean older, String event) {
        StringBuilder path = new StringBuilder("/v1/events?limit=" + PAGE_SIZE)
                .append(parameter("created[gte]", Long.toString(query.from().getEpochSecond())))
                .append(parameter("created[lte]", Long.toString(query.to().getEpochSecond())));
        query.types().forEach(type -> path.append(parameter("types[]", type)));
        if (event != null) {
            path.append(parameter(older ? "starting_after" : "ending_before", event));
        }
        return clients.ask(access, with -> {
            try {
                JsonNode page = StripeList.parsed(clients.get(with, path.toString()));
                return new StripeAnswer.Events(StripeList.objects(page), page.path("has_more").asBoolean());
            } catch (StripeException e) {
                if (StripeFailure.isUnknownObject(e)) {
                    return new StripeAnswer.Unknown();
                }
                throw e;
            }
        });
    }

    /** Returns the names of what {@link #mayRead} can be asked about. */
    public static List<String> readable() {
        return READABLE.keySet().stream().sorted().toList();
    }

    /** Asks for the first object of a kind, to see whether the key opens it. @return Done when it does */
    public StripeAnswer mayRead(StripeAccess access, String resource) {
        return clients.ask(access, with -> {
            StripeList.parsed(clients.get(with, READABLE.get(resource)));
            return new StripeAnswer.Done();
        });
    }

    /** Adds every object of a list, page by page. A payment that Stripe does not know is in no list. */
    private void read(StripeAccess with, String list, StripeList.Reading into) throws StripeException {
        String after = "";
        for (int page = 0; page < PAGES_MAX && after != null; page++) {
            try {
                String path = after.isEmpty() ? list : list + parameter("starting_after", after);
                after = into.add(StripeList.parsed(clients.get(with, path)));
            } catch (StripeException e) {
                if (StripeFailure.isUnknownObject(e)) {
                    return;
                }
                throw e;
            }
        }
    }
}
