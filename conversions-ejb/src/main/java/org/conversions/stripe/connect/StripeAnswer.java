package org.conversions.stripe.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The result of asking Stripe something. All of it is to be expected, so none of it is an exception. */
public sealed interface StripeAnswer {

    /** A Stripe customer as it is now. @param object null when Stripe knows none, or only that it was deleted */
    record Customer(JsonNode object) implements StripeAnswer {
    }

    /** The account of a key. */
    record Account(String accountId) implements StripeAnswer {
    }

    /** The purchases that a payment paid for; both lists are empty when Stripe knows none. */
    record Found(List<PaidInvoice> invoices, List<PaidSession> sessions) implements StripeAnswer {
    }

    /** The lack of a key to ask with. */
    record NoKey() implements StripeAnswer {
    }

    /** A failure that may pass: Stripe could not be reached, or was too busy, or broken. @param reason a clause */
    record Unavailable(String reason) implements StripeAnswer {
    }

    /** A refusal to answer this key, or about this account, until something is changed. */
    record Refused(String reason) implements StripeAnswer {
    }

    /** @param amountPaid minor units of the currency that this payment paid of the invoice; null when not reported */
    record PaidInvoice(String invoiceId, Long amountPaid, String currency) {
    }

    /** @param invoiceId the invoice of the session; null when it has none */
    record PaidSession(String sessionId, String invoiceId) {
    }
}
