package org.conversions.bench;

import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.StripeSigner;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Times of a Stripe event: how many are durable a second, beside an endpoint that does nothing but insert a row; how many are
 * processed to the end; and how long after its answer an invoice is a commission, at half that rate. Load and server share
 * the machine's processors: the processor time of an event compares between runs, the rates only within one.
 * {@link RedirectBench} measures the other road.
 */
@OnBothDatabases
class InboxBench {

    private static final int CONNECTIONS = 64;
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int BUYERS = 1_000;
    /** A server that has two cores for itself and the load compiles for minutes, and that would be most of what is measured. */
    private static final int WARM_UP_ROUNDS_MAX = 30;
    private static final int ROUNDS_WITHOUT_GAIN = 3;
    private static final double GAIN = 1.05;
    private static final Duration PACED = Duration.ofSeconds(30);
    private static final int WATCHERS = 4;
    /** One invoice in so many is asked for until it is a commission. */
    private static final int SAMPLE = 97;
    private static final String WEBHOOK = "/api/stripe/integration/webhook";

    private final AtomicLong events = new AtomicLong();
    private int stories;
    private int groups;

    @Test
    void howManyAreDurable() throws IOException {
        System.out.printf(Locale.ROOT, "Database: %s%n", TestDatabase.CURRENT);
        try (EmptyServer plain = new EmptyServer();
                ConversionsServer server = ConversionsServer.started(ServerSettings.SHARED)) {
            besideOneRow(plain, server);
        }
    }

    @Test
    void howManyAreWorkedOffAndHowSoon() {
        System.out.printf(Locale.ROOT, "Database: %s%n", TestDatabase.CURRENT);
        try (ConversionsServer server = ConversionsServer.started(ServerSettings.SHARED)) {
            Api api = server.api(ServerSettings.API_KEY);
            api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20));
            String partner = api.post("/api/partners", object("email", "bench@example.com")).json().path("id").asText();
            String path = "/" + api.post("/api/partners/links", object("partnerId", partner, "url", "https://shop.example/"))
                    .json().path("key").asText();
            double perSecond = processed(server, api, path);
            visible(server, api, path, perSecond / 2);
        }
    }

    private void besideOneRow(EmptyServer plain, ConversionsServer server) {
        ingest(WARM_UP, plain.base(), "/one-row");
        ingest(WARM_UP, server.base(), WEBHOOK);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double row = measured("signed, one row", plain::processorTime, () -> ingest(ROUND, plain.base(), "/one-row"));
            double event = measured("signed, in the inbox", server::processorTime, () -> ingest(ROUND, server.base(), WEBHOOK));
            ratios.add(event / row);
        }
        Collections.sort(ratios);
        System.out.printf(Locale.ROOT, "%-34s %8.3f of the one row (%.3f to %.3f)%n", "signed, in the inbox",
                ratios.get(ROUNDS / 2), ratios.get(0), ratios.get(ROUNDS - 1));
    }

    /** Delivers events of a type that has no effect, so that next to nothing but the storing is measured. */
    private Load.Result ingest(Duration time, URI server, String path) {
        return Load.during(time, events, server, CONNECTIONS, 200, n -> {
            String body = "{\"id\":\"evt_" + n + "\",\"object\":\"event\",\"type\":\"product.updated\",\"account\":\""
                    + ServerSettings.STRIPE_ACCOUNT + "\",\"livemode\":true,\"api_version\":\"2025-03-31.basil\",\"created\":"
                    + Instant.now().getEpochSecond() + ",\"data\":{\"object\":{\"id\":\"prod_" + n
                    + "\",\"object\":\"product\",\"description\":\"" + "One month of everything. ".repeat(100) + "\"}}}";
            return Load.post(server, path, body, StripeSigner.sign(body, ServerSettings.WEBHOOK_SECRET_LIVE));
        });
    }

    /** Until it gets no faster any more, and then some rounds that count. @return events per second */
    private double processed(ConversionsServer server, Api api, String path) {
        double best = 0;
        int withoutGain = 0;
        for (int round = 0; round < WARM_UP_ROUNDS_MAX && withoutGain < ROUNDS_WITHOUT_GAIN; round++) {
            double perSecond = story(server, api, path, "warm" + round + "x");
            withoutGain = perSecond > best * GAIN ? 0 : withoutGain + 1;
            best = Math.max(best, perSecond);
        }
        Duration before = server.processorTime();
        List<Double> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(story(server, api, path, "story" + round + "x"));
        }
        Collections.sort(rounds);
        System.out.printf(Locale.ROOT, "%-34s %8.0f/s (%.0f to %.0f), %5.0f µs of processor an event, %d MiB resident%n",
                "a mixed story, processed", rounds.get(ROUNDS / 2), rounds.get(0), rounds.get(ROUNDS - 1),
                server.processorTime().minus(before).toNanos() / 1e3 / (ROUNDS * BUYERS * Buyers.EVENTS), server.residentMebibytes());
        return rounds.get(ROUNDS / 2);
    }

    /** Delivers the stories of so many buyers, and waits until all of it is in the figures. */
    private double story(ConversionsServer server, Api api, String path, String name) {
        Buyers buyers = buyers(server.base(), path, name, BUYERS);
        stories++;
        long start = System.nanoTime();
        Load.Result stored = Load.run(server.base(), CONNECTIONS, buyers.events(), 200, buyers::request);
        await().pollInterval(Duration.ofMillis(100)).atMost(PATIENCE).until(() -> isInFigures(api));
        double perSecond = buyers.events() / ((System.nanoTime() - start) / 1e9);
        System.out.printf(Locale.ROOT, "%-34s %8.0f/s, stored at %.0f/s%n", name, perSecond, stored.perSecond());
        return perSecond;
    }

    private boolean isInFigures(Api api) {
        JsonNode figures = api.get("/api/analytics?interval=all&event=composite").json();
        return figures.path("sales").asLong() == (long) stories * BUYERS * Buyers.SALES
                && figures.path("refunds").asLong() == (long) stories * BUYERS * Buyers.REFUNDS;
    }

    private void visible(ConversionsServer server, Api api, String path, double perSecond) {
        Buyers buyers = buyers(server.base(), path, "later", (int) Math.ceil(perSecond * PACED.toSeconds() / Buyers.EVENTS));
        ExecutorService watchers = Executors.newFixedThreadPool(WATCHERS);
        List<Future<Long>> seen = Collections.synchronizedList(new ArrayList<>());
        Load.Result load = Load.at(perSecond, PACED, new AtomicLong(), server.base(), CONNECTIONS, 200, buyers::request, n -> {
            if (n % SAMPLE == 0 && buyers.invoice(n) != null) {
                long answered = System.nanoTime();
                seen.add(watchers.submit(() -> untilACommission(api, buyers.invoice(n), answered)));
            }
        });
        long[] nanos = seen.stream().mapToLong(InboxBench::result).sorted().toArray();
        watchers.shutdown();
        System.out.printf(Locale.ROOT, "%-34s %8.0f/s   2xx: median %.2f ms, p99 %.2f ms%n", "at half of that", load.perSecond(),
                load.median(), load.p99());
        System.out.printf(Locale.ROOT, "%-34s median %.2f ms, p99 %.2f ms, longest %.2f ms (%d invoices)%n",
                "from 2xx to a commission", nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6, nanos.length);
    }

    private static long untilACommission(Api api, String invoice, long answered) {
        while (api.get("/api/commissions?invoiceId=" + invoice).json().isEmpty()) {
            pause();
            if (System.nanoTime() - answered > PATIENCE.toNanos()) {
                throw new IllegalStateException("No commission of " + invoice);
            }
        }
        return System.nanoTime() - answered;
    }

    /** Each group comes from addresses of its own: a visitor who comes again within the hour has the same click. */
    private Buyers buyers(URI server, String path, String name, int count) {
        Api browser = new Api(server, null);
        int group = groups++;
        return new Buyers(server, name, IntStream.range(0, count)
                .mapToObj(n -> browser.get(path, "User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36",
                        "X-Forwarded-For", "22." + group + '.' + (n >> 8) + '.' + (n & 255))
                        .header("Location").replaceAll(".*dub_id=", "")).toList());
    }

    private static double measured(String what, Supplier<Duration> processorTime, Supplier<Load.Result> load) {
        Duration before = processorTime.get();
        Load.Result result = load.get();
        System.out.printf(Locale.ROOT, "%-34s %8.0f/s   median %6.2f ms   p99 %6.2f ms   %5.0f µs of processor%n", what,
                result.perSecond(), result.median(), result.p99(),
                processorTime.get().minus(before).toNanos() / 1e3 / result.requests());
        return result.perSecond();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long result(Future<Long> future) {
        try {
            return future.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
