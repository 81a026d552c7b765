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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Figures by every filter and grouping. Three visitors come to a link: one from Germany by an iPhone, who signs up and
 * buys twice; one from California, who signs up; and one from nowhere, by the QR code.
 */
@OnBothDatabases
class AnalyticsIT {

    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
    private static final String ADDRESS = "https://shop.example/pricing?utm_source=news&utm_medium=mail";

    private static Merchant merchant;
    private static Api api;
    private static JsonNode link;
    private static String tenant;
    private static String buyer;
    private static String first;

    @BeforeAll
    static void threeVisitorsCome() {
        merchant = Merchant.of(AnalyticsIT.class);
        api = merchant.api();
        Visitor visitor = new Visitor();
        tenant = unique("tenant");
        buyer = unique("buyer");
        link = merchant.link("url", ADDRESS, "tenantId", tenant, "externalId", unique("link"));
        String path = "/" + link.path("key").asText();
        visitor.isSentTo(path + "?utm_campaign=spring&utm_term=shoes&utm_content=top", "User-Agent", IPHONE,
                "CF-IPCountry", "DE", "Referer", "https://www.blog.example/post?id=1,2");
        first = clickIds("").get(0);
        visitor.isSentTo(path, "CF-IPCountry", "US", "CF-Region-Code", "CA", "Referer", "https://news.example/");
        String second = clickIds("").get(0);
        visitor.isSentTo(path + "?qr=1");
        expect(200, merchant.lead(first, buyer, "metadata", object("plan", "pro", "cart", object("items", 3))));
        expect(200, merchant.lead(second, unique("lead"), "metadata", object("plan", "basic")));
        sells(4_900, "metadata", object("plan", "pro"));
        sells(1_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "continents   | continent             | EU NA",
        "countries    | country               | DE US Unknown",
        "regions      | country region        | DE US Unknown",
        "cities       | country region city   | DE US Unknown",
        "devices      | device                | Mobile Desktop",
        "browsers     | browser               | Chrome 'Mobile Safari'",
        "os           | os                    | Linux iOS",
        "trigger      | trigger               | link qr",
        "triggers     | trigger               | link qr",
        "referers     | referer               | (direct) blog.example news.example",
        "referer_urls | refererUrl            | (direct) https://news.example/ https://www.blog.example/post?id=1,2",
        "top_links    | link url              | -",
        "top_urls     | url                   | -",
        "top_base_urls |                      | -",
        "top_domains  |                       | -",
        "utm_sources  |                       | -",
        "products     |                       | -",
        "top_groups   |                       | -",
        "timeseries   | start                 | -"})
    void everyGroupingHasItsOwnKeys(String groupBy, String keys, String values) {
        JsonNode rows = figures("groupBy=" + groupBy);
        String[] own = keys == null ? new String[0] : keys.split(" ");
        rows.forEach(row -> Shapes.isFigures(row, own));
        if (values != null) {
            assertThat(rows.findValuesAsText(own[0])).containsExactlyInAnyOrder(values.replaceAll("'(\\w+) (\\w+)'", "$1_$2")
                    .replaceAll("(?<=\\S) (?=\\S)", "\n").replace('_', ' ').split("\n"));
            assertThat(sum(rows, "clicks")).isEqualTo(groupBy.equals("continents") ? 2 : 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"utm_sources, utm_source, news, 3", "utm_mediums, utm_medium, mail, 3", "utm_campaigns, utm_campaign, spring, 1",
        "utm_terms, utm_term, shoes, 1", "utm_contents, utm_content, top, 1",
        "top_base_urls, baseUrl, https://shop.example/pricing, 3"})
    void aGroupingThatClientsDoNotKnowHasAKeyOfItsOwn(String groupBy, String key, String value, long clicks) {
        JsonNode rows = figures("groupBy=" + groupBy);
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.path(key).asText()).isEqualTo(value);
            assertThat(row.path("clicks").asLong()).isEqualTo(clicks);
        });
    }

    @Test
    void rowsAreOrderedByWhatIsAskedForAndThoseWithoutItAreLeftOut() {
        assertThat(figures("groupBy=countries&event=leads").findValuesAsText("country")).containsExactly("DE", "US");
        JsonNode sold = figures("groupBy=countries&event=sales");
        assertThat(sold.findValuesAsText("country")).containsExactly("DE");
        assertThat(sold.at("/0/sales").asLong()).isEqualTo(2);
        assertThat(sold.at("/0/saleAmount").asLong()).isEqualTo(5_900);
        assertThat(figures("groupBy=countries&event=composite").findValuesAsText("country"))
                .hasSize(3).startsWith("DE", "US");
        assertThat(figures("groupBy=top_links&event=sales").at("/0/leads").asLong()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "country=DE                         | 1 | 1 | 2", "country=de,us                   | 2 | 2 | 2",
        "country=DE&country=US              | 2 | 2 | 2", "country=-DE                     | 2 | 1 | 0",
        "country=-DE,US                     | 1 | 0 | 0", "country=Unknown                 | 1 | 0 | 0",
        "country=FR                         | 0 | 0 | 0", "continent=EU                    | 1 | 1 | 2",
        "region=US-CA                       | 1 | 1 | 0", "region=-US-CA                   | 2 | 1 | 2",
        "region=ca                          | 1 | 1 | 0", "region=US-NY                    | 0 | 0 | 0",
        "city=Berlin                        | 0 | 0 | 0", "city=unknown                    | 3 | 2 | 2",
        "device=Mobile                      | 1 | 1 | 2", "device=desktop                  | 2 | 1 | 0",
        "browser=Chrome                     | 2 | 1 | 0", "os=-iOS                         | 2 | 1 | 0",
        "trigger=qr                         | 1 | 0 | 0", "trigger=link,qr                 | 3 | 2 | 2",
        "qr=true                            | 1 | 0 | 0", "qr=false                        | 2 | 2 | 2",
        "referer=blog.example               | 1 | 1 | 2", "referer=(direct)                | 1 | 0 | 0",
        "referer=-(direct)                  | 2 | 2 | 2", "refererUrl=(direct)             | 1 | 0 | 0",
        "refererUrl=https://www.blog.example/post?id%3D1,2 | 1 | 1 | 2",
        "utm_source=news                    | 3 | 2 | 2", "utm_source=-news                | 0 | 0 | 0",
        "utm_campaign=spring                | 1 | 1 | 2", "utm_campaign=-spring            | 2 | 1 | 0",
        "utm_term=shoes&utm_content=top     | 1 | 1 | 2", "utm_medium=post                 | 0 | 0 | 0",
        "root=false                         | 3 | 2 | 2", "root=true                       | 0 | 0 | 0",
        "saleType=new                       | 0 | 0 | 1", "saleType=recurring              | 0 | 0 | 1",
        "partnerId=-pn_1                    | 3 | 2 | 2", "partnerId=pn_1                  | 0 | 0 | 0",
        "programId=prg_1                    | 0 | 0 | 0", "folderId=-fold_1                | 3 | 2 | 2",
        "folderId=fold_1                    | 0 | 0 | 0", "tagIds=tag_1,tag_2              | 0 | 0 | 0",
        "tagId=-tag_1                       | 3 | 2 | 2", "groupId=grp_1                   | 0 | 0 | 0",
        "groupId=-grp_1                     | 3 | 2 | 2", "partnerTagId=ptag_1             | 0 | 0 | 0",
        "customerId=cus_unknown             | 0 | 0 | 0", "country=DE&device=Desktop       | 0 | 0 | 0"})
    void everyFilterChooses(String query, long clicks, long leads, long sales) {
        JsonNode count = figures(query);
        assertThat(List.of(count.path("clicks").asLong(), count.path("leads").asLong(), count.path("sales").asLong()))
                .containsExactly(clicks, leads, sales);
    }

    @Test
    void aLinkIsFoundByItsAddressAndByWhereItLeads() {
        for (String query : List.of("domain=" + link.path("domain").asText() + "&key=" + link.path("key").asText(),
                "tenantId=" + tenant + ",other", "externalId=ext_" + link.path("externalId").asText(),
                "linkId=link_other," + link.path("id").asText())) {
            assertThat(expect(200, api.get("/api/analytics?interval=all&" + query)).path("clicks").asLong()).as(query).isEqualTo(3);
        }
        assertThat(figures("url=" + encoded(ADDRESS)).path("clicks").asLong()).isEqualTo(2);
        assertThat(figures("url=" + encoded("-" + ADDRESS)).path("clicks").asLong()).isEqualTo(1);
        assertThat(figures("linkId=-" + link.path("id").asText()).path("clicks").asLong()).isZero();
    }

    @Test
    void aCustomersFiguresAreTheClickThatBroughtThemAndWhatTheyBought() {
        JsonNode customer = expect(200, api.get("/api/events?event=sales&interval=all&" + ofLink())).at("/0/customer");
        assertThat(customer.path("externalId").asText()).isEqualTo(buyer);
        JsonNode count = expect(200, api.get("/api/analytics?interval=all&customerId=" + customer.path("id").asText()));
        assertThat(List.of(count.path("clicks").asLong(), count.path("leads").asLong(), count.path("sales").asLong()))
                .containsExactly(1L, 1L, 2L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "metadata['plan']:'pro'                                       | 1 | 1",
        "metadata['plan']:'basic'                                     | 1 | 0",
        "metadata['plan']!='pro'                                      | 1 | 1",
        "metadata['cart']['items']>=3                                 | 1 | 0",
        "metadata['cart']['items']>10                                 | 0 | 0",
        "metadata['plan']:'pro' or metadata['plan']:'basic'           | 2 | 1",
        "metadata['plan']:'pro' and metadata['cart']['items']<4       | 1 | 0"})
    void metadataIsAskedAndClicksHaveNone(String query, long leads, long sales) {
        JsonNode count = figures("query=" + encoded(query));
        assertThat(List.of(count.path("clicks").asLong(), count.path("leads").asLong(), count.path("sales").asLong()))
                .containsExactly(0L, leads, sales);
        JsonNode countries = figures("groupBy=countries&event=composite&query=" + encoded(query));
        assertThat(sum(countries, "leads")).isEqualTo(leads);
        assertThat(sum(countries, "sales")).isEqualTo(sales);
        assertThat(sum(figures("groupBy=timeseries&query=" + encoded(query)), "leads")).isEqualTo(leads);
    }

    @Test
    void aLinkCountsForItsFolderAndForEachOfItsTags() {
        JsonNode folder = expect(201, api.post("/api/folders", object("name", unique("folder"))));
        JsonNode red = expect(201, api.post("/api/tags", object("name", unique("red"), "color", "red")));
        JsonNode blue = expect(201, api.post("/api/tags", object("name", unique("blue"), "color", "blue")));
        JsonNode sorted = merchant.link("folderId", folder.path("id").asText(), "title", "Hats", "comments", "In red",
                "tagIds", List.of(red.path("id").asText(), blue.path("id").asText()));
        merchant.click(sorted);
        String own = "/api/analytics?linkId=" + sorted.path("id").asText();
        assertThat(expect(200, api.get(own + "&groupBy=top_folders"))).singleElement().satisfies(row -> {
            assertThat(row.at("/folder/name")).isEqualTo(folder.path("name"));
            assertThat(row.path("folderId")).isEqualTo(folder.path("id"));
        });
        assertThat(expect(200, api.get(own + "&groupBy=top_links"))).singleElement().satisfies(row -> {
            for (String field : List.of("id", "title", "comments", "folderId", "partnerId", "url", "createdAt")) {
                assertThat(row.path(field)).as(field).isEqualTo(sorted.path(field));
            }
        });
        JsonNode tags = expect(200, api.get(own + "&groupBy=top_link_tags"));
        assertThat(tags.findValuesAsText("tagId")).containsExactlyInAnyOrder(red.path("id").asText(), blue.path("id").asText());
        tags.forEach(row -> assertThat(row.path("clicks").asLong()).isEqualTo(1));
        for (String query : List.of("folderId=" + folder.path("id").asText(), "tagId=" + red.path("id").asText(),
                "tagIds=" + red.path("id").asText() + "," + blue.path("id").asText(),
                "device=Desktop&tagIds=" + blue.path("id").asText())) {
            assertThat(expect(200, api.get("/api/analytics?" + query)).path("clicks").asLong()).as(query).isEqualTo(1);
        }
        assertThat(expect(200, api.get(own + "&tagIds=-" + red.path("id").asText())).path("clicks").asLong()).isZero();
        assertThat(expect(200, api.get(own + "&folderId=-" + folder.path("id").asText())).path("clicks").asLong()).isZero();
    }

    /** Compares what is added up as it happens, what is added up when it is asked for, and the link's own totals. */
    @Test
    void everyWayOfCountingAgrees() {
        JsonNode read = merchant.read(link);
        for (String query : List.of("interval=all", "interval=all&device=-none", "interval=1y", "interval=7d&os=-none",
                "interval=24h&timezone=Asia/Kathmandu", "start=2020-01-01", "start=2020-01-01T00:30:00Z")) {
            JsonNode count = expect(200, api.get("/api/analytics?" + ofLink() + "&" + query));
            for (String figure : List.of("clicks", "leads", "sales", "saleAmount", "grossSaleAmount", "refunds", "refundedAmount")) {
                assertThat(count.path(figure)).as(query + " " + figure).isEqualTo(read.path(figure));
                JsonNode series = expect(200, api.get("/api/analytics?groupBy=timeseries&" + ofLink() + "&" + query));
                assertThat(sum(series, figure)).as(query + " " + figure).isEqualTo(read.path(figure).asLong());
                JsonNode weeks = expect(200, api.get("/api/analytics?groupBy=timeseries&granularity=week&" + ofLink() + "&" + query));
                assertThat(sum(weeks, figure)).as(query + " " + figure).isEqualTo(read.path(figure).asLong());
            }
        }
    }

    @Test
    void aRefundIsTakenFromWhatIsLeftAndWhatWasSoldStays() {
        JsonNode other = merchant.link();
        String session = merchant.pays(merchant.click(other), unique("cus_"), 5_000);
        String payment = expect(200, api.get("/api/stripe/events/"
                + api.get("/api/stripe/events?objectId=" + session).json().at("/0/id").asText()))
                .at("/payload/data/object/payment_intent").asText();
        String charge = unique("ch_");
        expect(200, merchant.stripeSends("charge.refunded", object("id", charge, "object", "charge", "amount", 5_000,
                "amount_refunded", 1_250, "currency", "usd", "payment_intent", payment)));
        await().atMost(30, SECONDS).until(() -> "processed".equals(
                api.get("/api/stripe/events?objectId=" + charge).json().at("/0/state").asText()));
        for (String query : List.of("", "&device=Desktop", "&timezone=Asia/Kolkata&saleType=new")) {
            JsonNode count = expect(200, api.get("/api/analytics?linkId=" + other.path("id").asText() + query));
            assertThat(count.path("sales").asLong()).isEqualTo(1);
            assertThat(count.path("grossSaleAmount").asLong()).isEqualTo(5_000);
            assertThat(count.path("refunds").asLong()).isEqualTo(1);
            assertThat(count.path("refundedAmount").asLong()).isEqualTo(1_250);
            assertThat(count.path("saleAmount").asLong()).isEqualTo(3_750);
        }
    }

    @Test
    void startAndEndAreExactToTheMillisecond() {
        List<String> times = new ArrayList<>();
        expect(200, api.get("/api/events?sortOrder=asc&" + ofLink())).forEach(event -> times.add(event.path("timestamp").asText()));
        assertThat(between(times.get(0), times.get(2))).isEqualTo(2);
        assertThat(between(times.get(1), later(times.get(2)))).isEqualTo(2);
        assertThat(between(later(times.get(0)), times.get(1))).isZero();
        assertThat(between("2020-01-01T10:15:00.001", times.get(1))).isEqualTo(1);
    }

    @Test
    void anHourBeginsWhereItDoesInTheZone() {
        JsonNode series = expect(200, api.get("/api/analytics?groupBy=timeseries&timezone=Asia/Kolkata&" + ofLink()));
        assertThat(series).hasSize(24);
        assertThat(series.findValuesAsText("start")).allMatch(start -> start.endsWith(":30:00.000Z"));
        assertThat(sum(series, "clicks")).isEqualTo(3);
    }

    @Test
    void daysBeginWhereTheWorkspaceLivesUnlessAnotherZoneIsAskedFor() {
        ZoneId chatham = ZoneId.of("Pacific/Chatham");
        expect(200, api.patch("/api/workspace", object("timezone", chatham.getId())));
        try {
            assertThat(lastDay("")).isEqualTo(LocalDate.now(chatham).atStartOfDay(chatham).toInstant());
            assertThat(lastDay("&timezone=UTC")).isEqualTo(LocalDate.now(ZoneId.of("UTC")).atStartOfDay(ZoneId.of("UTC")).toInstant());
            String yesterday = LocalDate.now(chatham).minusDays(1).toString();
            JsonNode series = expect(200, api.get("/api/analytics?groupBy=timeseries&start=" + yesterday + "&" + ofLink()));
            assertThat(Instant.parse(series.at("/0/start").asText()))
                    .isEqualTo(LocalDate.parse(yesterday).atStartOfDay(chatham).toInstant());
        } finally {
            expect(200, api.patch("/api/workspace", object("timezone", "UTC")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"groupBy=x", "event=x", "saleType=x", "trigger=x", "root=x", "qr=1", "query=x",
        "query=metadata[%27a%27]%3D1", "country=DE,-FR", "timezone=Mars", "start=2026-13-01", "start=10:00",
        "groupBy=timeseries&granularity=year", "groupBy=timeseries&granularity=hour&start=2020-01-01&end=2020-03-01"})
    void aQuestionThatMakesNoSenseIsRefused(String query) {
        Errors.isError(api.get("/api/analytics?" + query), 422);
        if (!query.startsWith("groupBy")) {
            Errors.isError(api.get("/api/events?" + query), 422);
        }
    }

    @Test
    void noFilterIsEndless() {
        Errors.isError(api.get("/api/analytics?city=" + "x".repeat(101)), 422);
        Errors.isError(api.get("/api/analytics?key=" + "x,".repeat(50) + String.join(",", manyWords())), 422);
        expect(200, api.get("/api/analytics?" + ofLink() + "&country=&city=,&query=&saleType=&event=&groupBy=&interval=&timezone="));
    }

    @Test
    void aPartnersFiguresAreThoseOfTheirLinksAndWhatTheyEarned() {
        expect(200, api.get("/api/rewards")).forEach(reward -> expect(200, api.delete("/api/rewards/" + reward.path("id").asText())));
        JsonNode reward = expect(201, api.post("/api/rewards",
                object("event", "sale", "type", "percentage", "amountInPercentage", 20)));
        try {
            String tenantOfPartner = unique("tenant");
            JsonNode partner = expect(201, api.post("/api/partners",
                    object("email", unique("pat") + "@partners.example", "name", "Pat", "tenantId", tenantOfPartner)));
            JsonNode own = expect(201, api.post("/api/partners/links",
                    object("partnerId", partner.path("id").asText(), "url", "https://buy.stripe.com/x?dub_client_reference_id=1")));
            merchant.pays(merchant.click(own), unique("cus_"), 3_000);
            String by = "/api/partners/analytics?partnerId=" + partner.path("id").asText();
            JsonNode count = expect(200, api.get(by));
            Shapes.isFigures(count);
            assertThat(List.of(count.path("clicks").asLong(), count.path("sales").asLong(), count.path("saleAmount").asLong(),
                    count.path("earnings").asLong())).containsExactly(1L, 1L, 3_000L, 600L);
            JsonNode series = expect(200, api.get(by + "&groupBy=timeseries&interval=7d&timezone=Asia/Kolkata"));
            assertThat(series).hasSize(7);
            series.forEach(row -> Shapes.isFigures(row, "start"));
            assertThat(series.at("/6/earnings").asLong()).isEqualTo(600);
            JsonNode links = expect(200, api.get("/api/partners/analytics?groupBy=top_links&event=sales&tenantId=" + tenantOfPartner));
            assertThat(links).singleElement().satisfies(row -> {
                Shapes.isFigures(row, "link", "url");
                assertThat(row.path("link")).isEqualTo(own.path("id"));
                assertThat(row.path("earnings").asLong()).isEqualTo(600);
            });
            JsonNode partners = expect(200, api.get("/api/analytics?groupBy=top_partners&partnerId=" + partner.path("id").asText()));
            assertThat(partners.at("/0/partner/name").asText()).isEqualTo("Pat");
            assertThat(partners.at("/0").has("earnings")).isFalse();
        } finally {
            expect(200, api.delete("/api/rewards/" + reward.path("id").asText()));
        }
        Errors.isError(api.get("/api/partners/analytics"), 422);
        Errors.isError(api.get("/api/partners/analytics?partnerId=pn_unknown"), 404);
        Errors.isError(api.get("/api/partners/analytics?tenantId=" + unique("unknown")), 404);
    }

    private static void sells(long amount, Object... fields) {
        var body = object("customerExternalId", buyer, "amount", amount, "currency", "usd", "invoiceId", unique("in_"));
        body.putAll(object(fields));
        expect(200, api.post("/api/track/sale", body));
    }

    private static JsonNode figures(String query) {
        return expect(200, api.get("/api/analytics?" + ofLink() + "&interval=all&" + query));
    }

    private static String ofLink() {
        return "linkId=" + link.path("id").asText();
    }

    private static List<String> clickIds(String query) {
        return expect(200, api.get("/api/events?" + ofLink() + query)).findValuesAsText("click_id");
    }

    private static long between(String start, String end) {
        return expect(200, api.get("/api/analytics?" + ofLink() + "&start=" + start + "&end=" + end)).path("clicks").asLong();
    }

    private static String later(String time) {
        return Instant.parse(time).plusMillis(1).toString();
    }

    private static Instant lastDay(String query) {
        JsonNode series = expect(200, api.get("/api/analytics?groupBy=timeseries&interval=7d&" + ofLink() + query));
        return Instant.parse(series.at("/6/start").asText());
    }

    private static long sum(JsonNode rows, String figure) {
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.path(figure).asLong();
        }
        return sum;
    }

    private static List<String> manyWords() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            words.add("k" + i);
        }
        return words;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
