package org.conversions.stripe.lookup;

import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.api.StripeAnswer.Discounts;
import org.conversions.stripe.api.StripeAnswer.Found;
import org.conversions.stripe.api.StripeAnswer.Refused;
import org.conversions.stripe.api.StripeAnswer.Unavailable;
import org.conversions.stripe.object.StripeCustomerObject;
import org.conversions.stripe.object.MalformedObject;

/** Sentences for people on the result of asking Stripe: the end of the explanation of events that wait. Null: nothing worth saying. */
final class LookupWords {

    static final String NO_CUSTOMER = "Stripe was asked and has no such customer";
    static final String NO_PURCHASE = "Stripe was asked and has no such purchase";

    private LookupWords() {
    }

    static String of(Found found) {
        return found.invoices().isEmpty() && found.sessions().isEmpty()
                ? "Stripe was asked and names no invoice and no checkout that it paid for" : null;
    }

    static String of(Discounts used) {
        return used.codes().isEmpty() ? "Stripe was asked, and does not say where its discounts come from" : null;
    }

    static String of(StripeCustomerObject buyer) {
        if (buyer.tracking().externalId() != null) {
            return "Stripe was asked, and its metadata name the external id " + buyer.tracking().externalId();
        }
        return buyer.tracking().clickId() != null
                ? "Stripe was asked, and its metadata name the click " + buyer.tracking().clickId()
                : "Stripe was asked, and its metadata name neither an external id nor a click";
    }

    static String malformed(MalformedObject problem) {
        return "Stripe was asked, and its customer is not as Stripe describes one: " + problem.getMessage();
    }

    static String ofNoAnswer(StripeAnswer answer) {
        if (answer instanceof Unavailable unavailable) {
            return "Stripe could not be asked: " + unavailable.reason() + "; it will be asked again";
        }
        return answer instanceof Refused refused ? "Stripe could not be asked: " + refused.reason() : null;
    }
}
