package org.conversions.stripe.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.conversions.money.Share;

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

    /** What Stripe kept of what was paid. @param share of the whole, with tax */
    record Fee(Share share) implements StripeAnswer {
    }

    /** A transfer that was made. */
    record Transferred(String transferId) implements StripeAnswer {
    }

    /** A transfer that was not made for lack of money; another try may be. @param reason a clause */
    record Unfunded(String reason) implements StripeAnswer {
    }

    /**
     * An account that money can be sent to, or may be one day.
     *
     * @param ready whether money can be sent to it
     * @param due   what Stripe wants to know before that
     */
    record ConnectedAccount(String accountId, boolean ready, List<String> due) implements StripeAnswer {
    }

    /** An address at Stripe where somebody goes on, for some minutes and once. */
    record Link(String url) implements StripeAnswer {
    }

    /** The lack of a key to ask with. */
    record NoKey() implements StripeAnswer {
    }

    /** A failure that may pass: Stripe could not be reached, or was too busy, or broken. @param reason a clause */
    record Unavailable(String reason) implements StripeAnswer {
    }

    /**
     * A refusal to answer this key, or about this account, until something is changed.
     *
     * @param status of HTTP; 0 when nothing was asked
     * @param reason a clause
     */
    record Refused(int status, String reason) implements StripeAnswer {

        /** @return whether the key is one, but may not do this */
        public boolean isForLackOfRights() {
            return status == 403;
        }
    }

    /** A page of events as Stripe stores them, the newest first. @param more whether there are others beyond it */
    record Events(List<JsonNode> events, boolean more) implements StripeAnswer {
    }

    /** The lack of the object that was named. */
    record Unknown() implements StripeAnswer {
    }

    /** The webhook endpoints of an account. */
    record Endpoints(List<Endpoint> endpoints) implements StripeAnswer {
    }

    /** @param createdAt in seconds of Stripe's clock. @param secret only in the answer that made it, else null */
    record Endpoint(String id, String url, JsonNode metadata, long createdAt, String secret) implements StripeAnswer {

        /** Leaves the secret out, which a record's own text would have. */
        @Override
        public String toString() {
            return id + " " + url;
        }
    }

    /** A code that buyers can use, or could. @param couponId null when it is not said */
    record PromotionCode(String id, String code, String couponId, boolean active, JsonNode metadata) implements StripeAnswer {
    }

    /** The discounts of a purchase. @param codes by the discount the code that it came from, empty for none */
    record Discounts(Map<String, String> codes) implements StripeAnswer {
    }

    /** An account that its merchant let the platform have. */
    record Authorized(String accountId, boolean live) implements StripeAnswer {
    }

    /** Something was done that has no more to say. */
    record Done() implements StripeAnswer {
    }

    /** @param amountPaid minor units of the currency that this payment paid of the invoice; null when not reported */
    record PaidInvoice(String invoiceId, Long amountPaid, String currency) {
    }

    /** @param invoiceId the invoice of the session; null when it has none */
    record PaidSession(String sessionId, String invoiceId) {
    }
}
