package org.conversions.stripe.api;

import static org.conversions.stripe.api.StripeClients.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.StripeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.conversions.money.Share;

/** Asks Stripe what it kept of the payments of a purchase. Call it outside any transaction. */
@ApplicationScoped
public class StripeFees {

    /** Of an invoice; more payments than these are not asked about. */
    private static final int PAYMENTS_MAX = 100;
    private static final String INTENT = "pi_";
    private static final String SESSION = "cs_";
    private static final String INVOICE = "in_";

    @Inject
    private StripeClients clients;

    /** A payment of a purchase. @param amount how much of it, in minor units */
    private record Part(String paymentId, long amount) {
    }

    /** @return whether Stripe can be asked about a purchase of this name */
    public static boolean areOf(String saleKey) {
        return saleKey.startsWith(INVOICE) || saleKey.startsWith(SESSION) || saleKey.startsWith(INTENT);
    }

    /**
     * @param saleKey of an invoice, a checkout session or a payment intent
     * @return {@link StripeAnswer.Fee}; Unknown when Stripe knows no payment of it; Unavailable while one is not settled
     */
    public StripeAnswer of(StripeAccess access, String saleKey) {
        return clients.ask(access, with -> {
            try {
                List<Part> parts = parts(with, saleKey);
                long paid = parts.stream().mapToLong(Part::amount).sum();
                if (paid <= 0) {
                    return new StripeAnswer.Unknown();
                }
                Share fee = Share.NONE;
                for (Part part : parts) {
                    JsonNode settled = settled(with, part.paymentId());
                    if (!settled.isObject()) {
                        return new StripeAnswer.Unavailable("the payment " + part.paymentId() + " is not settled yet");
                    }
                    fee = fee.plus(share(settled).times(new Share(part.amount(), paid)));
                }
                return new StripeAnswer.Fee(fee);
            } catch (StripeException e) {
                if (StripeFailure.isUnknownObject(e)) {
                    return new StripeAnswer.Unknown();
                }
                throw e;
            }
        });
    }

    private List<Part> parts(StripeAccess with, String saleKey) throws StripeException {
        if (saleKey.startsWith(INTENT)) {
            return List.of(new Part(saleKey, 1));
        }
        if (saleKey.startsWith(SESSION)) {
            String intent = id(StripeList.json(clients.get(with, "/v1/checkout/sessions/" + encoded(saleKey))).path("payment_intent"));
            return intent == null ? List.of() : List.of(new Part(intent, 1));
        }
        List<Part> parts = new ArrayList<>();
        for (JsonNode payment : StripeList.objects(StripeList.parsed(clients.get(with, "/v1/invoice_payments?limit=" + PAYMENTS_MAX
                + "&status=paid&invoice=" + encoded(saleKey))))) {
            String intent = id(payment.path("payment").path("payment_intent"));
            String name = intent != null ? intent : id(payment.path("payment").path("charge"));
            if (name != null) {
                parts.add(new Part(name, payment.path("amount_paid").asLong()));
            }
        }
        return parts;
    }

    /** @return the balance transaction; none while there is none */
    private JsonNode settled(StripeAccess with, String paymentId) throws StripeException {
        if (paymentId.startsWith(INTENT)) {
            return StripeList.json(clients.get(with, "/v1/payment_intents/" + encoded(paymentId)
                    + "?expand[]=latest_charge.balance_transaction")).path("latest_charge").path("balance_transaction");
        }
        return StripeList.json(clients.get(with, "/v1/charges/" + encoded(paymentId) + "?expand[]=balance_transaction"))
                .path("balance_transaction");
    }

    /** In the currency that it was settled in: a share is the same in each. */
    private static Share share(JsonNode settled) {
        long amount = settled.path("amount").asLong();
        long fee = settled.path("fee").asLong();
        return amount <= 0 || fee <= 0 ? Share.NONE : new Share(Math.min(fee, amount), amount);
    }

    /** @return the id of an object, which may be expanded; null for none */
    private static String id(JsonNode object) {
        return object.isObject() ? object.path("id").asText(null) : object.asText(null);
    }
}
