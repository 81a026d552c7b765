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
import org.conversions.server.ConversionsServer;
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
    void aSaleNamesItsBuyerLinkPartnerAndClickWhenThatIsAskedFor() {
        assertThat(api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)).status()).isIn(201, 409);
        JsonNode partner = expect(201, api.post("/api/partners", object("email", unique("pat") + "@partners.example", "name", "Pat")));
        JsonNode own = expect(201, api.post("/api/partners/links", object("partnerId", partner.path("id").asText(), "url", "https://shop.example/")));
        String clickId = merchant.click(own);
        String session = merchant.pays(clickId, unique("cus_"), 5_000);
        String ofLink = "/api/sales?linkId=" + own.path("id").asText();
        assertThat(expect(200, api.get(ofLink)).path(0).has("customer")).isFalse();
        JsonNode listed = expect(200, api.get(ofLink + "&includeExpandedFields=true")).path(0);
        assertThat(listed.at("/customer/name").asText()).isEqualTo("Bea Buyer");
        assertThat(listed.at("/link/id")).isEqualTo(own.path("id"));
        assertThat(listed.at("/partner/name").asText()).isEqualTo("Pat");
        assertThat(listed.has("origin")).isFalse();

        String path = "/api/sales/" + session + "?includeExpandedFields=true";
        await().atMost(30, SECONDS).until(() -> api.get(path).json().at("/origin/earnings").size() == 1);
        JsonNode sale = expect(200, api.get(path));
        assertThat(sale.at("/origin/click/id").asText()).isEqualTo(clickId);
        assertThat(sale.at("/origin/earnings/0/earnings").asLong()).isEqualTo(1_000);
        assertThat(sale.path("entries")).hasSize(1);

        String narrow = expect(201, api.post("/api/keys", object("name", "n", "scopes", List.of("conversions.read")))).path("key").asText();
        JsonNode less = expect(200, ConversionsServer.shared().api(narrow).get(path));
        assertThat(less.has("customer")).isFalse();
        assertThat(less.has("partner")).isFalse();
        assertThat(less.at("/origin/earnings").isNull()).isTrue();
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
