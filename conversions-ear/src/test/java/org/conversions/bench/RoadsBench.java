package org.conversions.bench;

import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Clicks and Stripe events per second, durable before they are answered, beside the empty servlet's redirects in the
 * same minute. Every visitor is new, links and browsers are many, buyers are a thousand, and the database is filled
 * before anything counts. Load and servers share the machine's processors: the ratios and the processor time of a
 * request compare between runs, the rates only within one.
 */
@OnBothDatabases
class RoadsBench {

    private static final int CONNECTIONS = 64;
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(10);
    /** Long enough for the compilers, and what fills the database. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final int LINKS_AT_ONCE = 100;
    private static final int FEW_LINKS = 1_000;
    private static final int MANY_LINKS = 100_000;
    private static final int EARLIER_BUYERS = 500;
    private static final int BUYERS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final AtomicLong visitors = new AtomicLong();
    private long sales;
    private long refunds;

    @Test
    void measuresBothRoads() throws IOException {
        System.out.printf(Locale.ROOT, "Database: %s, %d connections, %d processors%n", TestDatabase.CURRENT, CONNECTIONS,
                Runtime.getRuntime().availableProcessors());
        try (EmptyServer empty = new EmptyServer();
                ConversionsServer server = ConversionsServer.started(ServerSettings.SHARED)) {
            Api api = server.api(ServerSettings.API_KEY);
            api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20));
            String partner = api.post("/api/partners", object("email", "bench@example.com")).json().path("id").asText();
            List<String> paths = new ArrayList<>(List.of("/" + api.post("/api/partners/links",
                    object("partnerId", partner, "url", "https://shop.example/")).json().path("key").asText()));

            makeLinks(api, paths, FEW_LINKS);
            redirects(WARM_UP, server.base(), paths);
            Load.during(WARM_UP, new AtomicLong(), empty.base(), CONNECTIONS, 302, emptyRequest(empty));
            stories(server.base(), api, paths.get(0), "earlier", EARLIER_BUYERS);

            besideTheEmptyServlet("redirects, 1,000 links", empty, server, paths);
            makeLinks(api, paths, MANY_LINKS);
            redirects(ROUND, server.base(), paths);
            besideTheEmptyServlet("redirects, 100,000 links", empty, server, paths);

            Duration before = server.processorTime();
            stories(server.base(), api, paths.get(0), "bench", BUYERS);
            System.out.printf(Locale.ROOT, "%-34s %8.0f µs of processor an event%n", "",
                    micros(server.processorTime().minus(before), BUYERS * Buyers.EVENTS));
            System.out.printf(Locale.ROOT, "%-34s %d clicks, %d events%n", "stored in the end", visitors.get(),
                    (EARLIER_BUYERS + BUYERS) * Buyers.EVENTS);
            System.out.printf(Locale.ROOT, "%-34s %d MiB%n", "resident memory afterwards", server.residentMebibytes());
        }
    }

    /** Rounds of both by turns, so that both meet the same machine. */
    private void besideTheEmptyServlet(String what, EmptyServer empty, ConversionsServer server, List<String> paths) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double nothing = measured("empty servlet's 302", empty::processorTime,
                    () -> Load.during(ROUND, new AtomicLong(), empty.base(), CONNECTIONS, 302, emptyRequest(empty)));
            double click = measured(what, server::processorTime, () -> redirects(ROUND, server.base(), paths));
            ratios.add(click / nothing);
        }
        Collections.sort(ratios);
        System.out.printf(Locale.ROOT, "%-34s %8.3f of the empty servlet (%.3f to %.3f)%n", what, ratios.get(ROUNDS / 2),
                ratios.get(0), ratios.get(ROUNDS - 1));
    }

    private static double measured(String what, Supplier<Duration> processorTime, Supplier<Load.Result> load) {
        Duration before = processorTime.get();
        Load.Result result = load.get();
        print(what, result, micros(processorTime.get().minus(before), result.requests()));
        return result.perSecond();
    }

    private Load.Result redirects(Duration time, URI server, List<String> paths) {
        return Load.during(time, visitors, server, CONNECTIONS, 302, new Visitors(server, paths)::request);
    }

    private static LongFunction<byte[]> emptyRequest(EmptyServer empty) {
        byte[] request = Load.get(empty.base(), "/empty");
        return n -> request;
    }

    private static void makeLinks(Api api, List<String> paths, int wanted) {
        while (paths.size() < wanted) {
            int first = paths.size();
            List<Object> drafts = IntStream.range(first, Math.min(wanted, first + LINKS_AT_ONCE))
                    .<Object>mapToObj(n -> object("url", "https://shop.example/" + n, "trackConversion", true)).toList();
            for (JsonNode link : api.post("/api/links/bulk", drafts).json()) {
                paths.add("/" + link.path("key").asText());
            }
        }
    }

    /** Delivers the stories of so many buyers, and waits until all of it is in the figures. */
    private void stories(URI server, Api api, String path, String name, int count) {
        Api browser = new Api(server, null);
        List<String> clickIds = IntStream.range(0, count)
                .mapToObj(n -> browser.get(path, "User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36",
                        "X-Forwarded-For", "21." + name.length() + '.' + (n >> 8) + '.' + (n & 255))
                        .header("Location").replaceAll(".*dub_id=", "")).toList();
        Buyers buyers = new Buyers(server, name, clickIds);
        long start = System.nanoTime();
        print("events of " + count + " buyers, stored", Load.run(server, CONNECTIONS, buyers.events(), 200,
                buyers::request), 0);
        sales += (long) count * Buyers.SALES;
        refunds += (long) count * Buyers.REFUNDS;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            JsonNode figures = api.get("/api/analytics?interval=all&event=composite").json();
            return figures.path("sales").asLong() == sales && figures.path("refunds").asLong() == refunds;
        });
        System.out.printf(Locale.ROOT, "%-34s %8.0f/s%n", "the same, processed to the end",
                buyers.events() / ((System.nanoTime() - start) / 1e9));
    }

    private static double micros(Duration processorTime, long requests) {
        return processorTime.toNanos() / 1e3 / requests;
    }

    private static void print(String what, Load.Result result, double processorMicros) {
        System.out.printf(Locale.ROOT, "%-34s %8.0f/s   median %6.2f ms   p99 %6.2f ms%s%n", what, result.perSecond(),
                result.median(), result.p99(),
                processorMicros == 0 ? "" : String.format(Locale.ROOT, "   %5.0f µs of processor", processorMicros));
    }
}
