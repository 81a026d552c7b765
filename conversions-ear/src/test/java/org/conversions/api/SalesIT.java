package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sales, as a list and one by one, with what became of their money. */
@OnBothDatabases
class SalesIT {

    private final Merchant merchant = Merchant.of(SalesIT.class);
    private final Api api = merchant.api();
    private final JsonNode link = merchant.link();
    private final String list = "/api/sales?linkId=" + link.path("id").asText();

    @Test
    void aSaleShowsWhatWasSoldWhatWentBackAndWhatIsLeft() {
        String session = merchant.pays(merchant.click(link), unique("cus_"), 5_000);
        JsonNode sale = expect(200, api.get("/api/sales/" + session));
        assertThat(sale.path("amount").asLong()).isEqualTo(5_000);
        assertThat(sale.path("grossAmount").asLong()).isEqualTo(5_000);
        assertThat(sale.path("refundedAmount").asLong()).isZero();
        assertThat(sale.path("netAmount").asLong()).isEqualTo(5_000);
        assertThat(sale.path("currency").asText()).isEqualTo("usd");
        assertThat(sale.path("originalAmount").asLong()).isEqualTo(5_000);
        assertThat(sale.path("originalCurrency").asText()).isEqualTo("usd");
        assertThat(sale.at("/exchangeRate/rate").asText()).isEqualTo("1");
        assertThat(sale.path("kind").asText()).isEqualTo("one-time");
        assertThat(sale.path("attribution").asText()).isEqualTo("The one click that brought the buyer");
        assertThat(sale.path("entries")).singleElement()
                .satisfies(entry -> assertThat(entry.path("kind").asText()).isEqualTo("sale"));
        assertThat(expect(200, api.get("/api/sales/" + sale.path("id").asText()))).isEqualTo(sale);

        refund(session, 1_250);

        JsonNode refunded = expect(200, api.get("/api/sales/" + session));
        assertThat(refunded.path("amount").asLong()).isEqualTo(5_000);
        assertThat(refunded.path("refundedAmount").asLong()).isEqualTo(1_250);
        assertThat(refunded.path("netAmount").asLong()).isEqualTo(3_750);
        assertThat(refunded.path("refunds").asInt()).isEqualTo(1);
        assertThat(refunded.path("entries").findValuesAsText("amount")).containsExactlyInAnyOrder("5000", "-1250");
    }

    @Test
    void salesAreFoundByWhatTheyAre() {
        String kept = merchant.pays(merchant.click(link), unique("cus_"), 700);
        String refunded = merchant.pays(merchant.click(link), unique("cus_"), 900);
        refund(refunded, 900);

        assertThat(keys(list)).containsExactly(refunded, kept);
        assertThat(keys(list + "&sortOrder=asc")).containsExactly(kept, refunded);
        assertThat(keys(list + "&refunded=true")).containsExactly(refunded);
        assertThat(keys(list + "&refunded=false")).containsExactly(kept);
        assertThat(keys(list + "&disputed=true")).isEmpty();
        assertThat(keys(list + "&currency=USD")).hasSize(2);
        assertThat(keys(list + "&currency=eur")).isEmpty();
        assertThat(keys(list + "&start=2020-01-01T00:00:00Z&end=2020-02-01T00:00:00Z")).isEmpty();
        assertThat(keys(list + "&mode=test")).isEmpty();
        String customer = expect(200, api.get(list)).path(0).path("customerId").asText();
        assertThat(keys("/api/sales?customerId=" + customer)).containsExactly(refunded);
        assertThat(expect(200, api.get(list)).path(0).has("entries")).isFalse();
    }

    @Test
    void theIteratorMeetsEverySaleOnceAndEnds() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(expect(200, api.get("/api/sales/" + merchant.pays(merchant.click(link), unique("cus_"), 100 + i)))
                    .path("id").asText());
        }
        Collections.reverse(ids);
        assertThat(Walk.byCursor(api, list + "&pageSize=2")).containsExactlyElementsOf(ids);
        assertThat(Walk.byPage(api, list + "&pageSize=2")).containsExactlyElementsOf(ids);
        assertThat(Walk.ids(api.get(list + "&pageSize=2&endingBefore=" + ids.get(4)))).containsExactly(ids.get(2), ids.get(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"refunded=perhaps", "disputed=1", "sortBy=amount", "mode=sometimes", "pageSize=1000", "start=soon"})
    void whatIsNoneIsSaidSo(String query) {
        Errors.isError(api.get("/api/sales?" + query), 422);
    }

    @Test
    void aSaleThatIsNoneIsNotFound() {
        Errors.isError(api.get("/api/sales/" + unique("sale_")), 404);
    }

    private void refund(String session, long amount) {
        String payment = expect(200, api.get("/api/stripe/events/"
                + api.get("/api/stripe/events?objectId=" + session).json().path(0).path("id").asText()))
                .at("/payload/data/object/payment_intent").asText();
        long charged = expect(200, api.get("/api/sales/" + session)).path("amount").asLong();
        String charge = unique("ch_");
        expect(200, merchant.stripeSends("charge.refunded", object("id", charge, "object", "charge", "amount", charged,
                "amount_refunded", amount, "currency", "usd", "payment_intent", payment)));
        await().atMost(30, SECONDS).until(() -> "processed".equals(
                api.get("/api/stripe/events?objectId=" + charge).json().path(0).path("state").asText()));
    }

    private List<String> keys(String query) {
        List<String> keys = new ArrayList<>();
        expect(200, api.get(query)).forEach(sale -> keys.add(sale.path("saleKey").asText()));
        return keys;
    }
}
