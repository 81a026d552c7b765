package org.conversions.web.api.exchange;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.conversions.exchange.RatesDraft;
import org.conversions.web.openapi.Required;

/**
 * Rates to be set.
 *
 * @param base    the currency that one unit of is worth the rates
 * @param asOf    their day; left out for today in UTC
 * @param rates   by currency, as strings or numbers
 * @param confirm true when rates that jump are meant
 */
public record RatesRequest(
        String base, String asOf, @Required @JsonDeserialize(contentUsing = RateText.class) Map<String, String> rates,
        Boolean confirm) {

    RatesDraft draft() {
        return new RatesDraft(base, asOf, rates, Boolean.TRUE.equals(confirm));
    }
}
