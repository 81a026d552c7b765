package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed of clicks, leads and sales, to the letter of what clients read, by the filters of the figures. */
@OnBothDatabases
class EventsFeedIT {

    private final Merchant merchant = Merchant.of(EventsFeedIT.class);
    private final Api api = merchant.api();
    private final JsonNode link = merchant.link();
    private final String ofLink = "linkId=" + link.path("id").asText();
    private final String click = merchant.click(link);
    private final String buyer = unique("buyer");

    @Test
    void nothingThatIsNotKnownIsNullWithinAClick() {
        JsonNode event = feed("").path(0);
        Shapes.isEvent(event, "click");
        event.path("click").forEach(value -> assertThat(value.isNull()).isFalse());
        assertThat(event.path("qr").asInt(-1)).isZero();
        assertThat(event.path("click").path("trigger").asText()).isEqualTo("link");
        assertThat(event.has("metadata") || event.has("uncounted")).isFalse();
    }

    @Test
    void aScannedCodeIsTrueInTheClickAndOneBesideIt() {
        new Visitor().isSentTo("/" + link.path("key").asText() + "?qr=1");
        JsonNode event = feed("&qr=true").path(0);
        assertThat(event.path("click").path("qr").asBoolean()).isTrue();
        assertThat(event.path("qr").asInt()).isEqualTo(1);
    }

    @Test
    void aLeadHasItsMetadataOrNull() {
        expect(200, merchant.lead(click, buyer, "metadata", object("plan", "pro")));
        expect(200, merchant.lead(click, buyer, "eventName", "Came back"));
        JsonNode leads = feed("&event=leads&sortOrder=asc");
        leads.forEach(lead -> Shapes.isEvent(lead, "lead"));
        assertThat(leads.at("/0/metadata/plan").asText()).isEqualTo("pro");
        assertThat(leads.at("/1/metadata").isNull()).isTrue();
        assertThat(leads.at("/1/eventName").asText()).isEqualTo("Came back");
    }

    @Test
    void aSaleWithoutAnInvoiceHasAnEmptyOneBesideItsNull() {
        expect(200, merchant.lead(click, buyer));
        expect(200, api.post("/api/track/sale", object("customerExternalId", buyer, "amount", 700, "currency", "usd")));
        JsonNode sale = feed("&event=sales").path(0);
        Shapes.isEvent(sale, "sale");
        Shapes.isCustomer(sale.path("customer"));
        assertThat(sale.path("invoice_id").isTextual()).isTrue();
        Shapes.hasKeys(sale.path("sale"), "invoiceId", "refundedAmount", "netAmount");
        Shapes.hasKeys(sale, "metadata");
        assertThat(sale.path("sale").path("netAmount").asLong()).isEqualTo(700);
        assertThat(sale.path("payment_processor").asText()).isEqualTo("custom");
    }

    @Test
    void theFeedIsChosenByWhatTheClickWas() {
        expect(200, merchant.lead(click, buyer));
        for (String event : List.of("clicks", "leads")) {
            assertThat(feed("&device=Desktop&country=Unknown&trigger=link&event=" + event)).hasSize(1);
            assertThat(feed("&device=Mobile&event=" + event)).isEmpty();
            assertThat(feed("&device=-Mobile&tagIds=-tag_1&folderId=-fold_1&event=" + event)).hasSize(1);
            assertThat(feed("&groupId=grp_1&event=" + event)).isEmpty();
        }
        assertThat(feed("&saleType=new")).isEmpty();
        assertThat(feed("&saleType=new&event=leads")).isEmpty();
        String customer = feed("&event=leads").at("/0/customer/id").asText();
        merchant.click(link);
        assertThat(feed("&customerId=" + customer).findValuesAsText("click_id")).containsExactly(click);
        assertThat(feed("&customerId=" + customer + "&event=leads")).hasSize(1);
    }

    @Test
    void metadataIsAskedPageByPage() {
        for (int seats = 1; seats <= 5; seats++) {
            expect(200, merchant.lead(click, buyer, "eventName", "Added " + seats, "metadata", object("seats", seats)));
        }
        String query = "&event=leads&sortOrder=asc&query=" + URLEncoder.encode("metadata['seats']!=3", StandardCharsets.UTF_8);
        assertThat(feed(query).findValuesAsText("seats")).containsExactly("1", "2", "4", "5");
        assertThat(feed(query + "&limit=2").findValuesAsText("seats")).containsExactly("1", "2");
        assertThat(feed(query + "&limit=3&page=2").findValuesAsText("seats")).containsExactly("5");
        assertThat(feed(query + "&limit=4&page=2")).isEmpty();
        assertThat(feed(query.replace("leads", "clicks"))).isEmpty();
    }

    @Test
    void whatHappenedOnALinkStaysWhenTheLinkIsDeleted() {
        expect(200, api.delete("/api/links/" + link.path("id").asText()));
        JsonNode event = feed("").path(0);
        Shapes.isEvent(event, "click");
        assertThat(event.path("link_id")).isEqualTo(link.path("id"));
    }

    @Test
    void aVisitThatIsNotCountedIsInNoFigureAndSaysWhyWhenAskedFor() {
        new Visitor().opens("/" + link.path("key").asText(), "User-Agent", "curl/8.5.0");
        await().atMost(30, SECONDS).until(() -> feed("&uncounted=true").size() == 1);
        JsonNode visit = feed("&uncounted=true").path(0);
        Shapes.isEvent(visit, "click");
        assertThat(visit.path("uncounted").asText()).isEqualTo("bot");
        assertThat(feed("&uncounted=false").findValuesAsText("click_id")).containsExactly(click);
        for (String query : List.of("", "&device=-none", "&trigger=link", "&timezone=Asia/Kolkata")) {
            assertThat(expect(200, api.get("/api/analytics?" + ofLink + query)).path("clicks").asLong()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sortBy=amount", "sortOrder=up", "order=up", "uncounted=maybe", "uncounted=true&event=leads", "event=composite"})
    void whatTheFeedIsNotIsRefused(String query) {
        Errors.isError(api.get("/api/events?" + query), 422);
    }

    private JsonNode feed(String query) {
        return expect(200, api.get("/api/events?" + ofLink + query));
    }
}
