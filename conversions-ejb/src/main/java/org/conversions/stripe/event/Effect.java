package org.conversions.stripe.event;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A thing that a Stripe event created or changed.
 *
 * @param type     customer, lead, sale, refund, commission, churn or return (a lost customer who came back)
 * @param amount   minor units, or null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Effect(String type, String id, Long amount, String currency) {

    static Effect of(String type, String id) {
        return new Effect(type, id, null, null);
    }
}
