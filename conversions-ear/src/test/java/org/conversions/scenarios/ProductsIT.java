package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The products that sales are of: each has its part of a sale and of what went back, and they always come to the sale. */
@OnBothDatabases
class ProductsIT {

    private static final String NOT_NAMED = "(not named)";
    private static final List<String> AMOUNTS = List.of("grossSaleAmount", "refundedAmount", "saleAmount");

    private final Merchant merchant = Merchant.of(ProductsIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);
    private final String gold = "prod_gold" + story.name;
    private final String seat = "prod_seat" + story.name;
    private final String mug = "prod_Mug" + story.name;

    @AfterEach
    void asAtFirst() {
        merchant.workspaceAsAtFirst();
        merchant.api().delete("/api/exchange-rates/eur");
    }

    @Test
    @DisplayName("A sale counts for each of its products, to the cent, refund by refund and in whichever currency")
    void partsOfASale() {
        Merchant.ok(merchant.api().put("/api/exchange-rates", Api.object("base", "USD", "asOf",
                LocalDate.now(Clock.systemUTC()).minusDays(1).toString(), "rates", Api.object("eur", "0.8317"), "confirm", true)));
        comes();
        merchant.tell(threeProducts(story.oldInvoice(1))).processed();
        merchant.tell(threeProducts(story.oldInvoice(1)).as("invoice.payment_succeeded")).processed();
        merchant.tell(story.oldInvoice(2)).processed();

        assertThat(figures("grossSaleAmount")).isEqualTo(Map.of(gold, 667L, seat, 667L, mug, 666L, NOT_NAMED, 2_000L));
        assertThat(figures("sales")).isEqualTo(Map.of(gold, 1L, seat, 1L, mug, 1L, NOT_NAMED, 1L));
        assertThat(names()).isEqualTo(Map.of(gold, "Gold", seat, "Seat", mug, "Mug"));
        assertThat(ask("groupBy=products&event=clicks")).isEmpty();
        for (int refunded : new int[] {1, 7, 800, 801, 1_999, 2_399}) {
            merchant.tell(story.refundOfInvoice(1, refunded)).processed();
            theyComeToTheWhole();
        }
        merchant.workspace("currency", "eur");
        restated();
        theyComeToTheWhole();
        merchant.tell(story.refundOfInvoice(1, 2_400)).processed();
        theyComeToTheWhole();
        assertThat(figures("saleAmount")).isEqualTo(Map.of(gold, 0L, seat, 0L, mug, 0L, NOT_NAMED, 1_663L));
        assertThat(figures("refunds").get(gold)).isEqualTo(ask("event=composite").path("refunds").asLong());
        merchant.workspace("currency", "usd");
        restated();
        assertThat(figures("grossSaleAmount")).isEqualTo(Map.of(gold, 667L, seat, 667L, mug, 666L, NOT_NAMED, 2_000L));
        assertThat(figures("refundedAmount")).isEqualTo(Map.of(gold, 667L, seat, 667L, mug, 666L, NOT_NAMED, 0L));
    }

    @Test
    @DisplayName("A product is a filter: of a sale its part counts, and the sale once, however many products are asked for")
    void productsAreChosen() {
        comes();
        merchant.tell(threeProducts(story.oldInvoice(1))).processed();
        merchant.tell(story.oldInvoice(2)).processed();
        merchant.tell(story.refundOfInvoice(1, 1_200)).processed();

        chosen("productId=" + gold, 1, 667, 1, 334);
        chosen("productId=" + gold + "," + mug, 1, 1_333, 1, 667);
        chosen("productId=-" + gold, 2, 3_333, 1, 666);
        chosen("productId=" + NOT_NAMED.replace(" ", "%20"), 1, 2_000, 0, 0);
        chosen("productId=-" + NOT_NAMED.replace(" ", "%20"), 1, 2_000, 1, 1_000);
        chosen("productId=prod_else", 0, 0, 0, 0);
        assertThat(ask("groupBy=products&event=sales&productId=" + gold)).singleElement()
                .satisfies(row -> assertThat(row.path("saleAmount").asLong()).isEqualTo(333));
        String feed = "/api/events?interval=all&linkId=" + story.linkId + "&productId=" + gold + "," + seat + "&event=";
        assertThat(merchant.read(feed + "sales")).hasSize(1);
        assertThat(merchant.read(feed + "leads")).isEmpty();
        assertThat(merchant.read(feed + "clicks")).isEmpty();
    }

    @Test
    @DisplayName("What was paid for becomes known with the invoice, in whichever order Stripe tells of it")
    void whateverComesFirst() {
        for (boolean invoiceFirst : new boolean[] {false, true}) {
            Story buyer = merchant.story(Vocabulary.DUB);
            merchant.tell(buyer.customerCreated(buyer.click())).processed();
            List<StripeEvent> events = new ArrayList<>(List.of(buyer.subscriptionCheckout(), threeProducts(buyer.invoice(1))));
            events.add(invoiceFirst ? 1 : 0, events.remove(0));
            events.forEach(event -> merchant.tell(event).processed());
            assertThat(figures(buyer, "grossSaleAmount")).isEqualTo(Map.of(gold, 667L, seat, 667L, mug, 666L));
        }
    }

    private void comes() {
        merchant.tell(story.customerCreated(story.click())).processed();
    }

    private StripeEvent threeProducts(StripeEvent invoice) {
        return invoice.with("lines.data", List.of(
                Map.of("amount", 900, "price", Map.of("product", gold), "description", "1 × Gold (at $9.00 / month)"),
                Map.of("amount", 900, "pricing", Map.of("price_details", Map.of("product", seat)), "description", "Seat"),
                Map.of("amount", 900, "price", Map.of("product", Map.of("id", mug, "name", "Mug")), "description", "One mug")));
    }

    private void theyComeToTheWhole() {
        JsonNode whole = ask("event=composite");
        for (String figure : AMOUNTS) {
            assertThat(figures(figure).values().stream().mapToLong(Long::longValue).sum()).as(figure)
                    .isEqualTo(whole.path(figure).asLong());
        }
        assertThat(figures("saleAmount").values()).allMatch(left -> left >= -1);
    }

    private void chosen(String query, long sales, long gross, long refunds, long refunded) {
        String wanted = "%d %d %d %d".formatted(sales, gross, refunds, refunded);
        assertThat(text(ask("event=composite&" + query))).as(query).isEqualTo(wanted);
        for (String split : List.of("timeseries&timezone=Asia/Kathmandu", "countries", "top_links", "products")) {
            JsonNode rows = ask("event=composite&" + query + "&groupBy=" + split);
            assertThat(AMOUNTS).as(query + " " + split).allSatisfy(figure -> assertThat(sum(rows, figure))
                    .isEqualTo(ask("event=composite&" + query).path(figure).asLong()));
            assertThat(sum(rows, "clicks") + sum(rows, "leads")).isZero();
        }
    }

    private static String text(JsonNode row) {
        return row.path("sales").asLong() + " " + row.path("grossSaleAmount").asLong() + " " + row.path("refunds").asLong() + " "
                + row.path("refundedAmount").asLong();
    }

    private static long sum(JsonNode rows, String figure) {
        return StreamSupport.stream(rows.spliterator(), false).mapToLong(row -> row.path(figure).asLong()).sum();
    }

    private JsonNode ask(String query) {
        return merchant.read("/api/analytics?interval=all&linkId=" + story.linkId + "&" + query);
    }

    private Map<String, Long> figures(String figure) {
        return figures(story, figure);
    }

    private Map<String, Long> figures(Story buyer, String figure) {
        Map<String, Long> figures = new TreeMap<>();
        merchant.read("/api/analytics?interval=all&groupBy=products&event=sales&linkId=" + buyer.linkId)
                .forEach(row -> figures.put(row.path("productId").asText(), row.path(figure).asLong()));
        return figures;
    }

    private Map<String, String> names() {
        return StreamSupport.stream(ask("groupBy=products&event=sales").spliterator(), false).filter(row -> row.has("product"))
                .collect(Collectors.toMap(row -> row.at("/product/id").asText(), row -> row.at("/product/name").asText()));
    }

    private void restated() {
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> !merchant.read("/api/workspace").at("/restatement/finishedAt").isNull());
    }
}
