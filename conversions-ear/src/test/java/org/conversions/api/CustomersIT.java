package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buyers, as a list and one by one. */
@OnBothDatabases
class CustomersIT {

    private final Merchant merchant = Merchant.of(CustomersIT.class);
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
    @ValueSource(strings = {"createdAt", "saleAmount", "firstSaleAt", "subscriptionCanceledAt"})
    void theIteratorMeetsEveryCustomerOnceInWhateverOrder(String order) {
        merchant.pays(merchant.click(link), unique("cus_"), 3_000);
        merchant.pays(merchant.click(link), unique("cus_"), 5_000);
        for (int i = 0; i < 3; i++) {
            expect(200, merchant.lead(merchant.click(link), word + i));
        }
        for (String direction : new String[] {"asc", "desc"}) {
            String list = "/api/customers?linkId=" + link.path("id").asText() + "&sortBy=" + order + "&sortOrder="
                    + direction;
            List<String> all = Walk.ids(api.get(list));
            assertThat(all).hasSize(5).doesNotHaveDuplicates();
            assertThat(Walk.byCursor(api, list + "&pageSize=2")).isEqualTo(all);
            assertThat(Walk.ids(api.get(list + "&pageSize=2&page=9&startingAfter=" + all.get(1) + "&endingBefore=" + all.get(0))))
                    .as("startingAfter wins over all").containsExactly(all.get(2), all.get(3));
            assertThat(Walk.ids(api.get(list + "&pageSize=2&endingBefore=" + all.get(3))))
                    .containsExactly(all.get(1), all.get(2));
            assertThat(Walk.ids(api.get(list + "&startingAfter=" + all.get(4)))).isEmpty();
        }
    }

    @Test
    void aCustomerIsShownWithTheLinkAndThePartnerWhoBroughtIt() {
        JsonNode partner = expect(201, api.post("/api/partners", object("email", word + "@partners.example",
                "name", "Pia Partner")));
        JsonNode partnerLink = expect(201, api.post("/api/partners/links", object("partnerId",
                partner.path("id").asText(), "url", "https://shop.example/")));
        expect(200, merchant.lead(merchant.click(partnerLink), word));
        JsonNode plain = expect(200, api.get("/api/customers/ext_" + word));
        Shapes.hasKeys(plain, "link", "programId", "partner", "discount");
        assertThat(plain.path("link").isNull()).isTrue();
        JsonNode full = expect(200, api.get("/api/customers/ext_" + word + "?includeExpandedFields=true"));
        for (String field : new String[] {"id", "domain", "key", "shortLink", "url", "programId"}) {
            assertThat(full.path("link").path(field)).as(field).isEqualTo(partnerLink.path(field));
        }
        assertThat(full.path("programId")).isEqualTo(partner.path("programId"));
        assertThat(full.path("partner")).isEqualTo(new ObjectMapper().valueToTree(object("id", partner.path("id"), "name", "Pia Partner",
                "email", word + "@partners.example", "image", null)));
        assertThat(full.path("discount").isNull()).isTrue();
        for (String by : new String[] {"partnerId=" + partner.path("id").asText(),
            "search=" + word + "&programId=" + partner.path("programId").asText()}) {
            JsonNode found = expect(200, api.get("/api/customers?includeExpandedFields=true&" + by));
            assertThat(found).as(by).hasSize(1);
            assertThat(found.path(0)).isEqualTo(full);
            assertThat(expect(200, api.get("/api/customers/count?" + by)).asInt()).as(by).isEqualTo(1);
        }
        assertThat(expect(200, api.get("/api/customers?search=" + word + "&programId=prog_x"))).isEmpty();
    }

    @Test
    void theStoryOfACustomerIsToldInOrder() {
        String stripe = unique("cus_");
        String clickId = merchant.click(link);
        merchant.pays(clickId, stripe, 4_000);
        String id = expect(200, api.get("/api/customers/ext_" + stripe)).path("id").asText();
        JsonNode story = expect(200, api.get("/api/customers/" + id + "/activity"));
        assertThat(story.path("events").findValuesAsText("event")).containsExactly("sale", "lead", "click");
        assertThat(story.path("ltv").asLong()).isEqualTo(4_000);
        assertThat(story.path("customer").path("link").path("id")).isEqualTo(link.path("id"));
        assertThat(story.path("events").path(0).path("amount").asLong()).isEqualTo(4_000);
        assertThat(story.path("events").findValuesAsText("clickId")).containsOnly(clickId);
        assertThat(story.at("/events/0/attribution").asText()).isEqualTo("The one click that brought the buyer");
        assertThat(story.path("clicks")).singleElement().satisfies(click -> {
            assertThat(click.path("id").asText()).isEqualTo(clickId);
            assertThat(click.path("browser").asText()).isNotEmpty();
        });
        assertThat(story.path("links").findValuesAsText("id")).containsExactly(link.path("id").asText());
        assertThat(story.path("earnings")).isEmpty();
        assertThat(story.path("subscriptions")).isEmpty();
        Errors.isError(api.get("/api/customers/cus_unknown/activity"), 404);
    }

    @Test
    void theStoryTellsWhatPartnersEarnedAndHowTheSubscriptionEnded() {
        assertThat(api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)).status()).isIn(201, 409);
        JsonNode partner = expect(201, api.post("/api/partners", object("email", word + "@partners.example", "name", "Pat")));
        JsonNode own = expect(201, api.post("/api/partners/links", object("partnerId", partner.path("id").asText(), "url", "https://shop.example/")));
        String stripe = unique("cus_");
        String subscription = unique("sub_");
        merchant.pays(merchant.click(own), stripe, 5_000);
        expect(200, merchant.stripeSends("customer.subscription.deleted", object("id", subscription, "object", "subscription", "customer", stripe,
                "status", "canceled", "ended_at", Instant.now().getEpochSecond(), "items", object("data", List.of()))));
        String path = "/api/customers/" + expect(200, api.get("/api/customers/ext_" + stripe)).path("id").asText() + "/activity";
        await().atMost(30, SECONDS).until(() -> api.get(path).json().path("subscriptions").size() == 1
                && api.get(path).json().path("earnings").size() == 1);
        JsonNode story = expect(200, api.get(path));
        JsonNode earned = story.at("/earnings/0");
        assertThat(earned.path("kind").asText()).isEqualTo("earned");
        assertThat(earned.path("earnings").asLong()).isEqualTo(1_000);
        assertThat(earned.path("partner").asText()).isEqualTo("Pat");
        assertThat(story.at("/subscriptions/0/id").asText()).isEqualTo(subscription);
        assertThat(story.at("/subscriptions/0/endedAt").isTextual()).isTrue();

        expect(200, api.patch("/api/commissions/bulk", object("commissionIds", List.of(earned.path("commissionId").asText()), "status", "paid")));
        assertThat(expect(200, api.get(path)).path("earnings").findValuesAsText("kind")).containsExactlyInAnyOrder("paid", "earned");

        String narrow = expect(201, api.post("/api/keys", object("name", "n", "scopes", List.of("customers.read")))).path("key").asText();
        JsonNode less = expect(200, ConversionsServer.shared().api(narrow).get(path));
        assertThat(less.path("earnings").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sortBy=x", "sortOrder=x", "page=0", "page=1001", "pageSize=0", "pageSize=101", "pageSize=x",
        "sortBy=saleAmount&startingAfter=cus_1", "sortBy=firstSaleAt&endingBefore=x", "mode=x"})
    void aListThatIsNoneIsRefused(String query) {
        Errors.isError(api.get("/api/customers?" + query), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cus_unknown", "ext_unknown", "ext_", "x", "%20", "a%2Fb", "ext_%F0%9F%98%80", "'%20or%201=1"})
    void whoIsUnknownIsNotFound(String id) {
        Errors.isError(api.get("/api/customers/" + id), 404);
    }
}
