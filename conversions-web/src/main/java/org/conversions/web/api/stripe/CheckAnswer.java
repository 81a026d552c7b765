package org.conversions.web.api.stripe;

import java.util.List;
import org.conversions.stripe.merchant.ConnectionCheck;
import org.conversions.web.openapi.Required;

/** The result of trying a key. @param account whose the key is; null when the key does not read that */
public record CheckAnswer(String account, @Required List<Right> may) {

    /**
     * One thing that the key may or may not do.
     *
     * @param resource objects to be read, or webhook_endpoints.write
     * @param problem  Stripe's reason when it may not
     */
    public record Right(@Required String resource, boolean readable, String problem) {
    }

    static CheckAnswer of(ConnectionCheck.Checked checked) {
        return new CheckAnswer(checked.account(), checked.may().stream()
                .map(right -> new Right(right.resource(), right.readable(), right.problem())).toList());
    }
}
