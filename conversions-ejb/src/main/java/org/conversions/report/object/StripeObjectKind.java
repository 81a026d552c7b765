package org.conversions.report.object;

import java.util.List;
import java.util.stream.Stream;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.stripe.object.StripeObject;

/** The kinds of Stripe's objects that mean something here, told by the beginning of the id. Pure. */
public enum StripeObjectKind implements Word {
    CUSTOMER("customer", "cus_"), PAYMENT("payment", "pi_", "ch_", "py_"), INVOICE("invoice", "in_"),
    CHECKOUT_SESSION("checkout_session", "cs_"), SUBSCRIPTION("subscription", "sub_");

    private final String text;
    private final List<String> beginnings;

    StripeObjectKind(String text, String... beginnings) {
        this.text = text;
        this.beginnings = List.of(beginnings);
    }

    /** @throws RequestRefused unprocessable for an id of another kind */
    public static StripeObjectKind of(String id) {
        return Stream.of(values()).filter(kind -> kind.beginnings.stream().anyMatch(id::startsWith))
                .filter(kind -> id.length() <= StripeObject.ID_MAX).findFirst()
                .orElseThrow(() -> RequestRefused.unprocessable("field_malformed",
                        "id: must be the id of a Stripe customer (cus_…), payment (pi_…,"
                        + " ch_…), invoice (in_…), checkout session (cs_…) or subscription (sub_…)"));
    }

    /** @return the name in the API */
    @Override
    public String text() {
        return text;
    }
}
