package org.conversions.bench;

import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
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
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * How long every question about figures, events and commissions takes, one after the other, with a million clicks and sales
 * of a month and ten thousand links, and how much of the disk all that takes. Other numbers: the system properties
 * {@code bench.clicks} and {@code bench.sales}.
 */
@OnBothDatabases
class FiguresBench {

    private static final int CLICKS = Integer.getInteger("bench.clicks", 1_000_000);
    private static final int SALES = Integer.getInteger("bench.sales", 1_000_000);
    private static final int LINKS = 10_000;
    private static final int LINKS_AT_ONCE = 100;
    private static final int MODELS = 2_000;
    private static final int SALES_OF_A_BUYER = 4;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration REBUILD_MAX = Duration.ofHours(2);
    private static final int TIMES = 20;
    private static final int TIMES_MIN = 3;
    private static final Duration ENOUGH = Duration.ofSeconds(5);
    private static final double AIM_MILLIS = 50;
    private static final List<String> GROUPS = List.of("count", "timeseries", "continents", "countries", "regions", "cities",
            "devices", "browsers", "os", "triggers", "referers", "referer_urls", "utm_sources", "utm_mediums", "utm_campaigns",
            "top_urls", "top_base_urls", "top_links", "top_domains", "top_partners");

    private URI base;
    private Api api;
    private String partner;
    private String link;
    private int late;
    private int asked;

    @Test
    void asksEveryQuestion() throws SQLException {
        try (ConversionsServer server = ConversionsServer.started(ServerSettings.SHARED)) {
            base = server.base();
            api = server.api(ServerSettings.API_KEY);
            List<String> links = makeLinks();
            long start = System.nanoTime();
            fill(server, links);
            print("filled in s", (System.nanoTime() - start) / 1e9);
            start = System.nanoTime();
            rebuild(server.api(ServerSettings.OPERATOR_TOKEN));
            print("figures made again in s", (System.nanoTime() - start) / 1e9);
            sizes(server);
            figures();
            feeds();
            commissions();
            System.out.printf(Locale.ROOT, "%d of %d questions take longer than %.0f ms (p95)%n", late, asked, AIM_MILLIS);
        }
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

    private static void fill(ConversionsServer server, List<String> links) throws SQLException {
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

    /** Of MySQL only; the embedded database is one file. */
    private static void sizes(ConversionsServer server) throws SQLException {
        if (TestDatabase.CURRENT == TestDatabase.EMBEDDED) {
            print("file in MiB", server.data().resolve("db/conversions.mv.db").toFile().length() / 1024.0 / 1024);
            return;
        }
        try (Connection database = server.openDatabase(); Statement statement = database.createStatement()) {
            statement.execute("set session information_schema_stats_expiry = 0");
            try (ResultSet tables = statement.executeQuery("select table_name, table_rows, data_length, index_length"
                    + " from information_schema.tables where table_schema = database() and data_length + index_length > 2000000"
                    + " order by data_length + index_length desc")) {
                while (tables.next()) {
                    System.out.printf(Locale.ROOT, "%-30s %,12d rows %,15d bytes of rows %,15d of indexes%n", tables.getString(1),
                            tables.getLong(2), tables.getLong(3), tables.getLong(4));
                }
            }
        }
    }

    private void figures() {
        for (String event : List.of("clicks", "leads", "sales", "composite")) {
            for (String group : GROUPS) {
                ask("/api/analytics?interval=30d&event=" + event + "&groupBy=" + group);
            }
        }
        for (String more : List.of("&interval=24h", "&interval=7d", "&interval=all", "&interval=30d&timezone=Asia/Kolkata",
                "&interval=30d&linkId=" + link, "&interval=30d&country=DE")) {
            for (String group : List.of("count", "timeseries", "countries", "browsers", "top_links")) {
                ask("/api/analytics?event=clicks&groupBy=" + group + more);
            }
        }
        for (String group : List.of("count", "timeseries", "countries", "top_links")) {
            ask("/api/analytics?interval=30d&event=sales&saleType=new&groupBy=" + group);
        }
        ask("/api/partners/analytics?interval=30d&groupBy=top_partners");
        ask("/api/partners/analytics?interval=30d&groupBy=timeseries&partnerId=" + partner);
        for (String order : List.of("clicks", "saleAmount", "earnings")) {
            ask("/api/partners?sortBy=" + order);
        }
        ask("/api/links?sortBy=clicks");
        ask("/api/customers?sortBy=saleAmount");
    }

    private void feeds() {
        for (String event : List.of("clicks", "leads", "sales")) {
            for (String more : List.of("", "&linkId=" + link, "&country=DE", "&page=50")) {
                ask("/api/events?interval=30d&event=" + event + more);
            }
        }
        ask("/api/sales?linkId=" + link);
        ask("/api/customers?linkId=" + link);
    }

    private void commissions() {
        for (String more : List.of("", "?partnerId=" + partner, "?status=pending", "?status=hold", "?sortBy=amount", "?page=50",
                "?invoiceId=in_77777", "?partnerId=" + partner + "&sortBy=amount")) {
            ask("/api/commissions" + more);
        }
        String token = api.post("/api/tokens/embed/referrals", object("partnerId", partner)).expect(201).path("publicToken")
                .asText();
        ask(new Api(base, token), "/api/embed/referrals");
    }

    private void ask(String path) {
        ask(api, path);
    }

    private void ask(Api by, String path) {
        List<Double> millis = new ArrayList<>();
        long end = System.nanoTime() + ENOUGH.toNanos();
        int status = by.get(path).status();
        while (millis.size() < TIMES && (millis.size() < TIMES_MIN || System.nanoTime() < end)) {
            long start = System.nanoTime();
            status = by.get(path).status();
            millis.add((System.nanoTime() - start) / 1e6);
        }
        millis.sort(null);
        double p95 = millis.get((int) Math.ceil(millis.size() * 0.95) - 1);
        asked++;
        late += p95 > AIM_MILLIS ? 1 : 0;
        System.out.printf(Locale.ROOT, "%8.1f ms p95 %8.1f ms median  %s%s%s%n", p95, millis.get(millis.size() / 2),
                path.replaceAll("(pn|link|part)_\\w+", "…"), status == 200 ? "" : " answered " + status, p95 > AIM_MILLIS ? "  LATE" : "");
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%-34s %8.0f%n", what, value);
    }
}
