package org.conversions.bench;

import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Stripe events per second, durable before they are answered, and processed to the end. Buyers are a thousand, and the
 * database has clicks and sales before anything counts. Load and server share the machine's processors: the processor
 * time of an event compares between runs, the rates only within one. {@link RedirectBench} measures the other road.
 */
@OnBothDatabases
class RoadsBench {

    private static final int CONNECTIONS = 64;
    /** Long enough for the compilers, and what fills the database. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final int EARLIER_BUYERS = 500;
    private static final int BUYERS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final AtomicLong visitors = new AtomicLong();
    private long sales;
    private long refunds;

    @Test
    void measuresStories() throws IOException {
        System.out.printf(Locale.ROOT, "Database: %s, %d connections, %d processors%n", TestDatabase.CURRENT, CONNECTIONS,
                Runtime.getRuntime().availableProcessors());
        try (ConversionsServer server = ConversionsServer.started(ServerSettings.SHARED)) {
            Api api = server.api(ServerSettings.API_KEY);
            api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20));
            String partner = api.post("/api/partners", object("email", "bench@example.com")).json().path("id").asText();
            List<String> paths = List.of("/" + api.post("/api/partners/links",
                    object("partnerId", partner, "url", "https://shop.example/")).json().path("key").asText());

            redirects(server.base(), paths);
            stories(server.base(), api, paths.get(0), "earlier", EARLIER_BUYERS);

            Duration before = server.processorTime();
            stories(server.base(), api, paths.get(0), "bench", BUYERS);
            System.out.printf(Locale.ROOT, "%-34s %8.0f µs of processor an event%n", "",
                    micros(server.processorTime().minus(before), BUYERS * Buyers.EVENTS));
            System.out.printf(Locale.ROOT, "%-34s %d clicks, %d events%n", "stored in the end", visitors.get(),
                    (EARLIER_BUYERS + BUYERS) * Buyers.EVENTS);
            System.out.printf(Locale.ROOT, "%-34s %d MiB%n", "resident memory afterwards", server.residentMebibytes());
        }
    }

    private void redirects(URI server, List<String> paths) {
        Load.during(WARM_UP, visitors, server, CONNECTIONS, 302, new Visitors(server, paths)::request);
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
