package org.conversions.bench;

import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ManyRows;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;

/**
 * A month of a million clicks and a million sales with ten thousand links, written into the database of a server and counted by
 * its rebuild. Other numbers: the system properties {@code bench.clicks} and {@code bench.sales}.
 */
public final class BusyMonth {

    private static final int CLICKS = Integer.getInteger("bench.clicks", 1_000_000);
    private static final int SALES = Integer.getInteger("bench.sales", 1_000_000);
    private static final int LINKS = 10_000;
    private static final int LINKS_AT_ONCE = 100;
    private static final int MODELS = 2_000;
    private static final int SALES_OF_A_BUYER = 4;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration REBUILD_MAX = Duration.ofHours(2);

    private final ConversionsServer server;
    private final URI base;
    private final Api api;
    private String partner;
    private String link;

    /** @param server one whose first workspace is new */
    public BusyMonth(ConversionsServer server) {
        this.server = server;
        base = server.base();
        api = server.api(ServerSettings.API_KEY);
    }

    public void fill() throws SQLException {
        List<String> links = makeLinks();
        long start = System.nanoTime();
        write(links);
        print("filled in s", start);
        start = System.nanoTime();
        rebuild(server.api(ServerSettings.OPERATOR_TOKEN));
        print("figures made again in s", start);
    }

    /** Returns the partner who owns one of the links. */
    String partner() {
        return partner;
    }

    /** Returns the link of the partner. */
    String link() {
        return link;
    }

    private static void print(String what, long start) {
        System.out.printf(Locale.ROOT, "%-34s %8.0f%n", what, (System.nanoTime() - start) / 1e9);
    }

    private List<String> makeLinks() {
        api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)).expect(201);
        partner = api.post("/api/partners", object("email", "bench@example.com")).expect(201).path("id").asText();
        JsonNode partners = api.post("/api/partners/links", object("partnerId", partner, "url", "https://shop.example/"))
                .expect(201);
        link = partners.path("id").asText();
        List<String> links = new ArrayList<>(List.of(link));
        List<String> paths = new ArrayList<>(List.of("/" + partners.path("key").asText()));
        while (links.size() < LINKS) {
            int first = links.size();
            for (JsonNode made : api.post("/api/links/bulk", IntStream.range(first, first + LINKS_AT_ONCE)
                    .<Object>mapToObj(n -> object("url", "https://shop.example/" + n)).toList()).json()) {
                links.add(made.path("id").asText());
                paths.add("/" + made.path("key").asText());
            }
        }
        Visitors visitors = new Visitors(base, paths);
        Load.run(base, 16, MODELS, 302, visitors::request);
        String click = new Api(base, null).get(paths.get(0), "User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0"
                + " Safari/537.36").header("Location").replaceAll(".*dub_id=", "");
        api.post("/api/track/lead", object("clickId", click, "eventName", "Sign up", "customerExternalId", "model")).expect(200);
        api.post("/api/track/sale", object("customerExternalId", "model", "amount", 4900, "invoiceId", "in_model")).expect(200);
        return links;
    }

    private void write(List<String> links) throws SQLException {
        boolean embedded = TestDatabase.CURRENT == TestDatabase.EMBEDDED;
        if (embedded) {
            server.stop();
        }
        try (Connection database = server.openDatabase()) {
            copies(database, links);
            if (!embedded) {
                try (Statement statement = database.createStatement()) {
                    statement.execute("analyze table click, link_click, sale, sale_entry, commission, commission_entry, customer");
                }
            }
        }
        if (embedded) {
            server.start();
        }
    }

    private static void copies(Connection database, List<String> links) throws SQLException {
        String buyer = one(database, "select id from customer where external_id = 'model'");
        String sale = one(database, "select id from sale where invoice_id = 'in_model'");
        String commission = one(database, "select id from commission where invoice_id = 'in_model'");
        ManyRows rows = ManyRows.numbered(database, Math.max(CLICKS, SALES), MONTH, links,
                ManyRows.ids(database, "select id from click"), SALES_OF_A_BUYER);
        rows.copy("click", "m.id = r.model", "r.n < " + CLICKS, Map.of("id", "r.word", "clicked_at", "r.at", "link_id", "r.link",
                "country", "substring('USDEGBFRINBRJPCAESITNLSEPLMXAUCHATBEDKNO', 1 + 2 * mod(r.n * 31, 20), 2)",
                "city", "concat('City ', mod(r.n * 13, 3000))",
                "referer", "concat('site', mod(r.n * 17, 400), '.example')",
                "referer_url", "concat('site', mod(r.n * 17, 400), '.example/', mod(r.n * 3, 9000))",
                "utm_source", "concat('source', mod(r.n, 12))", "utm_campaign", "concat('campaign', mod(r.n, 90))"));
        rows.insert("insert into link_click (link_id, uncounted, id)", "r.link, false, r.word", "r.n < " + CLICKS);
        String first = "r.n < " + SALES + " and r.word = r.first";
        String all = "r.n < " + SALES;
        rows.copy("customer", "m.id = '" + buyer + "'", first, Map.of("id", "concat('cus_', r.word)", "external_id",
                "concat('b', r.n)", "created_at", "r.at"));
        rows.copy("conversion_lead", "m.customer_id = '" + buyer + "'", first, Map.of("id", "concat('lead_', r.word)",
                "customer_id", "concat('cus_', r.word)", "occurred_at", "r.at"));
        rows.copy("sale", "m.id = '" + sale + "'", all, Map.of("id", "concat('sale_', r.word)", "sale_key",
                "concat('many:', r.n)", "invoice_id", "concat('in_', r.n)", "customer_id", "concat('cus_', r.first)",
                "paid_at", "r.at", "recorded_at", "r.at"));
        rows.copy("sale_entry", "m.sale_id = '" + sale + "'", all, Map.of("id", "concat('se_', r.word)", "sale_id",
                "concat('sale_', r.word)", "occurred_at", "r.at", "recorded_at", "r.at"));
        rows.copy("commission", "m.id = '" + commission + "'", all, Map.of("id", "concat('cm_', r.word)", "commission_key",
                "concat('sale_', r.word)", "sale_id", "concat('sale_', r.word)", "customer_id", "concat('cus_', r.first)",
                "invoice_id", "concat('in_', r.n)", "occurred_at", "r.at", "created_at", "r.at", "updated_at", "r.at"));
        rows.copy("commission_entry", "m.commission_id = '" + commission + "'", all, Map.of("id", "concat('ce_', r.word)",
                "commission_id", "concat('cm_', r.word)", "occurred_at", "r.at", "recorded_at", "r.at"));
        rows.end();
    }

    private static String one(Connection database, String sql) throws SQLException {
        return ManyRows.ids(database, sql).get(0);
    }

    private static void rebuild(Api operator) {
        operator.post("/api/server/rebuild", "{}").expect(202);
        await().atMost(REBUILD_MAX).pollInterval(Duration.ofSeconds(1))
                .until(() -> operator.get("/api/server/rebuild").expect(200).isEmpty());
    }
}
