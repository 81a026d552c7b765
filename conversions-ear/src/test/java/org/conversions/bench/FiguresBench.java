package org.conversions.bench;

import static org.conversions.server.Api.object;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * How long every question about figures, events and commissions takes, one after the other, after a {@link BusyMonth}, and how
 * much of the disk all that takes.
 */
@OnBothDatabases
class FiguresBench {

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
            BusyMonth month = new BusyMonth(server);
            month.fill();
            base = server.base();
            api = server.api(ServerSettings.API_KEY);
            partner = month.partner();
            link = month.link();
            sizes(server);
            figures();
            feeds();
            commissions();
            System.out.printf(Locale.ROOT, "%d of %d questions take longer than %.0f ms (p95)%n", late, asked, AIM_MILLIS);
        }
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
