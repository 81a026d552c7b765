package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buyers, as a list and one by one. */
class CustomersIT {

    private final Merchant merchant = new Merchant();
    private final Api api = merchant.api();
    private final JsonNode link = merchant.link();
    private final String word = unique("buyer");

    @Test
    void aCustomerIsFoundByItsIdAndByTheMerchantsOwnId() {
        String own = word + "/7";
        expect(200, merchant.lead(merchant.click(link), own, "customerEmail", word + "@buyers.example"));
        JsonNode customer = expect(200, api.get("/api/customers/ext_" + own.replace("/", "%2F")));
        Shapes.isCustomer(customer);
        assertThat(customer.path("externalId").asText()).isEqualTo(own);
        assertThat(expect(200, api.get("/api/customers/" + customer.path("id").asText()))).isEqualTo(customer);
        for (String by : new String[] {"email=" + word + "@buyers.example", "externalId=" + own, "search=" + word.toUpperCase(),
            "linkId=" + link.path("id").asText()}) {
            JsonNode found = expect(200, api.get("/api/customers?" + by));
            assertThat(found).as(by).hasSize(1);
            assertThat(found.path(0)).isEqualTo(customer);
        }
    }

    @Test
    void theIteratorMeetsEveryCustomerOnceAndEnds() {
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> {
            expect(200, merchant.lead(merchant.click(link), word + i));
            return expect(200, api.get("/api/customers/ext_" + word + i)).path("id").asText();
        }).toList();
        String list = "/api/customers?pageSize=2&linkId=" + link.path("id").asText();
        List<String> newestFirst = ids.stream().sorted(Collections.reverseOrder()).toList();
        assertThat(Walk.byCursor(api, list)).containsExactlyElementsOf(newestFirst);
        assertThat(Walk.byCursor(api, list + "&page=2")).containsExactlyElementsOf(newestFirst);
        assertThat(Walk.byPage(api, list)).containsExactlyElementsOf(newestFirst);
        assertThat(Walk.byCursor(api, list + "&sortOrder=asc")).containsExactlyElementsOf(ids);
        assertThat(Walk.ids(api.get(list + "&endingBefore=" + newestFirst.get(4))))
                .containsExactly(newestFirst.get(2), newestFirst.get(3));
    }

    @Test
    void theBestBuyersCanComeFirst() {
        String small = unique("cus_");
        String large = unique("cus_");
        merchant.pays(merchant.click(link), large, 9_000);
        merchant.pays(merchant.click(link), small, 1_000);
        JsonNode best = expect(200, api.get("/api/customers?sortBy=saleAmount&linkId=" + link.path("id").asText()));
        assertThat(best.findValuesAsText("stripeCustomerId")).containsExactly(large, small);
        assertThat(best.path(0).path("saleAmount").asLong()).isEqualTo(9_000);
        assertThat(best.path(0).path("sales").asLong()).isEqualTo(1);
        assertThat(best.path(0).path("firstSaleAt").isTextual()).isTrue();
        for (String order : new String[] {"firstSaleAt", "subscriptionCanceledAt", "createdAt"}) {
            assertThat(expect(200, api.get("/api/customers?sortOrder=asc&sortBy=" + order + "&linkId="
                    + link.path("id").asText()))).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sortBy=x", "sortOrder=x", "page=0", "page=1001", "pageSize=0", "pageSize=101", "pageSize=x",
        "sortBy=saleAmount&startingAfter=cus_1", "mode=x"})
    void aListThatIsNoneIsRefused(String query) {
        Errors.isError(api.get("/api/customers?" + query), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cus_unknown", "ext_unknown", "ext_", "x", "%20", "a%2Fb", "ext_%F0%9F%98%80", "'%20or%201=1"})
    void whoIsUnknownIsNotFound(String id) {
        Errors.isError(api.get("/api/customers/" + id), 404);
    }
}
