package org.conversions.stripe.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What came of asking Stripe something. All of it is to be expected, so none of it is an exception. */
public sealed interface StripeAnswer {

    /** Stripe's customer as it is now; null when it knows none, or only that it was deleted. */
    record Customer(JsonNode object) implements StripeAnswer {
    }

    /** Whose a key is. */
    record Account(String accountId) implements StripeAnswer {
    }

    /** What a payment paid for; both lists are empty when it knows no purchase of the payment. */
    record Found(List<PaidInvoice> invoices, List<PaidSession> sessions) implements StripeAnswer {
    }

    /** There is no key to ask with. */
    record NoKey() implements StripeAnswer {
    }

    /** Stripe could not be reached, or was too busy, or broken: later it may answer. @param reason a clause */
    record Unavailable(String reason) implements StripeAnswer {
    }

    /** Stripe will not answer this key, or not about this account, until somebody changes something. */
    record Refused(String reason) implements StripeAnswer {
    }

    /** @param amountPaid minor units of the currency that this payment paid of the invoice; null when not told */
    record PaidInvoice(String invoiceId, Long amountPaid, String currency) {
    }

    /** @param invoiceId the invoice of the session; null when it has none */
    record PaidSession(String sessionId, String invoiceId) {
    }
}
