package org.conversions.stripe.event;

import java.util.Locale;
import org.conversions.platform.Word;

/** The reason why a Stripe event was not simply processed. The codes are part of the API and never change. */
public enum Reason implements Word {
    UNKNOWN_ACCOUNT("The Stripe account is not connected to a workspace"),
    ACCOUNT_DISCONNECTED("The account had taken back in Stripe what this server was allowed"),
    WRONG_MODE("The event's livemode is not that of the endpoint it came in by"),
    PLAN_TOO_LOW("The plan of the workspace does not include the Stripe integration"),
    UNSUPPORTED_TYPE("Events of this type have no effect here"),
    THIN_EVENT("Thin events carry no object; send snapshot events to this endpoint"),
    MALFORMED_OBJECT("The event's object is not as Stripe describes it"),
    GUEST_CHECKOUT("The checkout names no customer, no click and no external id;"
            + " set customer_creation to always on the payment link or session"),
    SETUP_SESSION("The checkout only saved a payment method; nothing was paid"),
    NO_TRACKING_METADATA("The customer's metadata names neither an external id nor a click"),
    NO_CUSTOMER("The object names no Stripe customer"),
    CLICK_UNKNOWN("No click has the id that the event names"),
    CLICK_OF_ANOTHER_WORKSPACE("The click that the event names belongs to another workspace"),
    ATTRIBUTION_WINDOW_EXPIRED("The click that the event names is older than the workspace's attribution window"),
    CLICKED_LATER("All clicks of this customer were made after the payment, so none of them has brought it"),
    CUSTOMER_UNKNOWN("No click or lead has named this customer yet"),
    CUSTOMER_DELETED("The merchant deleted this customer before; what was bought until then stays"),
    PAYMENT_UNKNOWN("No sale or invoice has named this payment yet"),
    SALE_UNKNOWN("The sale that this payment paid for is not recorded yet"),
    EXCHANGE_RATE_MISSING("There is no exchange rate for the currency"),
    NOTHING_PAID("Nothing was paid"),
    PAYMENT_PENDING("The payment is not completed yet"),
    SALE_RECORDED_BEFORE("Another event of the same purchase recorded the sale"),
    REFUND_RECORDED_BEFORE("An event with the same or a larger refunded amount was recorded before"),
    SALE_CORRECTED("The purchase was recorded by another event; this one knows more of it"),
    NO_PAYMENT("The object names neither a charge nor a payment intent"),
    DISPUTE_OPEN("The dispute is open; until it is decided the commission is held"),
    CREDIT_NOTE_OF_REFUND("What a credit note refunds is taken back with the charge"),
    CREDIT_NOTE_WITHOUT_REFUND("No money went back: the credit note lowers what is to be paid, now or later"),
    INVOICE_NOT_PAID("The invoice will not be paid: it was voided or given up"),
    PAYMENT_FAILED("The delayed payment of the checkout failed"),
    SESSION_EXPIRED("The checkout was not completed in time"),
    TRIALS_NOT_TRACKED("A free trial is a lead only when the workspace has turned that on"),
    NOT_A_CUSTOMER("No click or lead has named this customer, and nothing in the event depends on it"),
    ACCOUNT_RECONNECTED("The account was disconnected before, or connected again since"),
    DISCOUNT_UNKNOWN("It is not known yet which code the discount of this purchase comes from"),
    NO_DISCOUNT_CODE("No discount code of the workspace depends on it"),
    NOTHING_REFUNDED("Nothing was refunded"),
    HANDLER_FAILED("This server failed to process the event");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** @return the code in the API: lower case with underscores */
    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String sentence() {
        return sentence;
    }
}
