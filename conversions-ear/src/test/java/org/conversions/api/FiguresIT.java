package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures and the feed of clicks, leads and sales, in the shapes that clients distinguish by their keys. */
@OnBothDatabases
class FiguresIT {

    private final Merchant merchant = Merchant.of(FiguresIT.class);
    private final Api api = merchant.api();
    private final JsonNode link = merchant.link("externalId", unique("link"), "tenantId", unique("tenant"));
    private final String filter = "linkId=" + link.path("id").asText();
    private final String click = merchant.click(link);

    @ParameterizedTest
    @ValueSource(strings = {"", "&event=clicks", "&event=leads", "&event=sales", "&event=composite", "&groupBy=count",
        "&interval=24h", "&interval=7d", "&interval=30d", "&interval=90d", "&interval=1y", "&interval=mtd", "&interval=qtd",
        "&interval=ytd", "&interval=all", "&timezone=Europe/Berlin", "&start=2020-01-01", "&start=2020-01-01T00:00:00%2B02:00",
        "&end=9999-12-31", "&start=1900-01-01&end=2200-01-01"})
    void aCountIsOneObjectOfFigures(String query) {
        JsonNode count = expect(200, api.get("/api/analytics?" + filter + query));
        Shapes.isFigures(count);
        assertThat(count.path("clicks").asLong()).isEqualTo(1);
    }

    @Test
    void everyFilterFindsTheLink() {
        String address = "domain=" + link.path("domain").asText() + "&key=" + link.path("key").asText();
        String own = link.path("externalId").asText();
        for (String by : new String[] {address, "externalId=" + own, "externalId=ext_" + own,
            "tenantId=" + link.path("tenantId").asText()}) {
            assertThat(expect(200, api.get("/api/analytics?" + by)).path("clicks").asLong()).as(by).isEqualTo(1);
        }
        assertThat(expect(200, api.get("/api/analytics?linkId=link_unknown")).path("clicks").asLong()).isZero();
        assertThat(expect(200, api.get("/api/analytics?" + filter + "&mode=test")).path("sales").asLong()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"24h, 24", "7d, 7", "30d, 30", "90d, 90", "1y, 12"})
    void aSeriesHasEveryHourDayOrMonthInOrder(String interval, int buckets) {
        JsonNode series = expect(200, api.get("/api/analytics?groupBy=timeseries&interval=" + interval + "&" + filter));
        assertThat(series).hasSize(buckets);
        series.forEach(row -> Shapes.isFigures(row, "start"));
        assertThat(series.findValuesAsText("start")).isSorted();
        assertThat(series.path(buckets - 1).path("clicks").asLong()).isEqualTo(1);
    }

    @Test
    void aDayBeginsWhereTheCallerLives() {
        ZoneId kathmandu = ZoneId.of("Asia/Kathmandu");
        JsonNode series = expect(200, api.get("/api/analytics?groupBy=timeseries&interval=7d&timezone=Asia/Kathmandu&" + filter));
        assertThat(Instant.parse(series.path(6).path("start").asText()))
                .isEqualTo(LocalDate.now(kathmandu).atStartOfDay(kathmandu).toInstant());
        JsonNode all = expect(200, api.get("/api/analytics?groupBy=timeseries&interval=all&" + filter));
        assertThat(all).hasSize(1);
        assertThat(all.path(0).path("start").asText())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1) + "T00:00:00.000Z");
    }

    @Test
    void theBestLinksAreNamedInFull() {
        merchant.click(link);
        JsonNode rows = expect(200, api.get("/api/analytics?groupBy=top_links&" + filter));
        assertThat(rows).hasSize(1);
        JsonNode row = rows.path(0);
        Shapes.isFigures(row, "link", "url");
        Shapes.hasTexts(row, "link", "id", "domain", "key", "shortLink", "url", "createdAt");
        assertThat(row.path("clicks").asLong()).isEqualTo(2);
        expect(200, api.delete("/api/links/" + link.path("id").asText()));
        assertThat(expect(200, api.get("/api/analytics?groupBy=top_links&" + filter)).path(0).path("clicks").asLong())
                .isEqualTo(2);
    }

    @Test
    void aSaleIsInEveryFigure() {
        merchant.pays(click, unique("cus_"), 4_900);
        JsonNode count = expect(200, api.get("/api/analytics?event=composite&" + filter));
        assertThat(count.path("leads").asLong()).isEqualTo(1);
        assertThat(count.path("sales").asLong()).isEqualTo(1);
        assertThat(count.path("saleAmount").asLong()).isEqualTo(4_900);
        JsonNode read = merchant.read(link);
        assertThat(read.path("sales").asLong()).isEqualTo(1);
        assertThat(read.path("conversions").asLong()).isEqualTo(1);
        assertThat(read.path("saleAmount").asLong()).isEqualTo(4_900);
    }

    @Test
    void clicksLeadsAndSalesAreFedInTheShapesOfOldAndNewClients() {
        String customer = unique("cus_");
        merchant.pays(click, customer, 1_200);
        JsonNode clicked = expect(200, api.get("/api/events?" + filter)).path(0);
        Shapes.isEvent(clicked, "click");
        assertThat(clicked.has("customer") || clicked.has("sale") || clicked.has("eventId")).isFalse();
        JsonNode lead = expect(200, api.get("/api/events?event=leads&" + filter)).path(0);
        Shapes.isEvent(lead, "lead");
        Shapes.hasTexts(lead, "eventId", "eventName");
        Shapes.isCustomer(lead.path("customer"));
        JsonNode sale = expect(200, api.get("/api/events?event=sales&" + filter)).path(0);
        Shapes.isEvent(sale, "sale");
        Shapes.hasTexts(sale, "eventId", "eventName", "invoice_id", "payment_processor");
        Shapes.isCustomer(sale.path("customer"));
        assertThat(sale.path("saleAmount").asLong()).isEqualTo(1_200);
        assertThat(sale.path("sale").path("amount").asLong()).isEqualTo(1_200);
        assertThat(sale.path("sale").path("currency").asText()).isEqualTo("usd");
        assertThat(sale.path("sale").path("paymentProcessor").asText()).isEqualTo("stripe");
        Shapes.hasKeys(sale.path("sale"), "invoiceId");
        assertThat(sale.path("click_id").asText()).isEqualTo(click);
        assertThat(sale.path("customer").path("stripeCustomerId").asText()).isEqualTo(customer);
    }

    @Test
    void theFeedIsReadInBothOrdersAndByPages() {
        String second = merchant.click(link);
        assertThat(clicks("")).containsExactly(second, click);
        assertThat(clicks("&sortOrder=asc")).containsExactly(click, second);
        assertThat(clicks("&order=asc")).containsExactly(click, second);
        assertThat(clicks("&sortOrder=asc&order=desc")).containsExactly(click, second);
        assertThat(clicks("&limit=1")).containsExactly(second);
        assertThat(clicks("&limit=1&page=2")).containsExactly(click);
        assertThat(clicks("&limit=1&page=3")).isEmpty();
        assertThat(clicks("&page=&limit=&sortOrder=desc")).hasSize(2);
        assertThat(clicks("&end=2020-01-01")).isEmpty();
        assertThat(clicks("&start=1000-01-01&end=9999-12-31")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event=x", "interval=x", "timezone=x", "start=x", "end=2026", "start=2026-02-30",
        "start=2026-01-02&end=2026-01-01", "end=%2B999999999-12-31T00:00:00Z", "start=-999999999-01-01", "mode=x"})
    void aQuestionThatMakesNoSenseIsNotAnsweredWithFigures(String query) {
        Errors.isError(api.get("/api/analytics?" + query), 422);
        Errors.isError(api.get("/api/events?" + query), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/analytics?groupBy=x", "/api/analytics?groupBy=country", "/api/events?sortBy=amount",
        "/api/events?page=0",
        "/api/events?page=x", "/api/events?limit=0", "/api/events?limit=1001", "/api/events?sortOrder=x"})
    void whatIsNotThereIsNotPretended(String path) {
        Errors.isError(api.get(path), 422);
    }

    private List<String> clicks(String query) {
        return expect(200, api.get("/api/events?" + filter + query)).findValuesAsText("click_id");
    }
}
