package org.conversions.bench;

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
 * Clicks per second, durable before they are answered, beside the empty servlet's redirects in the same minute. Every
 * visitor is new, links and browsers are many. Each server has one processor, with its database, and the load has
 * another; where there is only one, the ratios and the processor time of a click compare all the same.
 */
@OnBothDatabases
class RedirectBench {

    private static final int CONNECTIONS = 64;
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    /** On a core that it has for itself alone, the server compiles for minutes, and that would be most of what is measured. */
    private static final int WARM_UP_ROUNDS_MAX = 30;
    private static final int ROUNDS_WITHOUT_GAIN = 3;
    private static final double GAIN = 1.05;
    private static final int LINKS_AT_ONCE = 100;
    private static final int FEW_LINKS = 1_000;
    private static final int MANY_LINKS = 100_000;

    private final AtomicLong visitors = new AtomicLong();

    @Test
    void measuresRedirects() throws IOException {
        System.out.printf(Locale.ROOT, "Database: %s, %d connections, %d processors%n", TestDatabase.CURRENT, CONNECTIONS,
                Runtime.getRuntime().availableProcessors());
        try (EmptyServer empty = new EmptyServer();
                ConversionsServer server = ConversionsServer.started(ServerSettings.SHARED)) {
            Processors.load();
            Processors.server(empty.pid());
            Processors.server(server.pid());
            if (TestDatabase.CURRENT != TestDatabase.EMBEDDED) {
                Processors.server(TestDatabase.CURRENT.server().pid());
            }
            Api api = server.api(ServerSettings.API_KEY);
            List<String> paths = new ArrayList<>();

            makeLinks(api, paths, FEW_LINKS);
            warmUp(server, paths);
            Load.during(WARM_UP.dividedBy(3), new AtomicLong(), empty.base(), CONNECTIONS, 302, emptyRequest(empty));

            double rate = besideTheEmptyServlet("redirects, 1,000 links", empty, server, paths);
            atHalfOfThat(rate, server, paths);
            makeLinks(api, paths, MANY_LINKS);
            redirects(ROUND, server.base(), paths);
            besideTheEmptyServlet("redirects, 100,000 links", empty, server, paths);
            System.out.printf(Locale.ROOT, "%-34s %d clicks, %d MiB resident%n", "in the end", visitors.get(),
                    server.residentMebibytes());
        }
    }

    /** Until it gets no faster any more. */
    private void warmUp(ConversionsServer server, List<String> paths) {
        redirects(WARM_UP, server.base(), paths);
        double best = 0;
        int withoutGain = 0;
        for (int round = 0; round < WARM_UP_ROUNDS_MAX && withoutGain < ROUNDS_WITHOUT_GAIN; round++) {
            double rate = redirects(ROUND, server.base(), paths).perSecond();
            withoutGain = rate > best * GAIN ? 0 : withoutGain + 1;
            best = Math.max(best, rate);
            System.out.printf(Locale.ROOT, "%-34s %8.0f/s%n", "warming up", rate);
        }
    }

    /** Rounds of both by turns, so that both meet the same machine. @return clicks per second */
    private double besideTheEmptyServlet(String what, EmptyServer empty, ConversionsServer server, List<String> paths) {
        List<Double> ratios = new ArrayList<>();
        double fastest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double nothing = measured("empty servlet's 302", empty::processorTime,
                    () -> Load.during(ROUND, new AtomicLong(), empty.base(), CONNECTIONS, 302, emptyRequest(empty)));
            double click = measured(what, () -> processorTime(server), () -> redirects(ROUND, server.base(), paths));
            ratios.add(click / nothing);
            fastest = Math.max(fastest, click);
        }
        Collections.sort(ratios);
        System.out.printf(Locale.ROOT, "%-34s %8.3f of the empty servlet (%.3f to %.3f)%n", what, ratios.get(ROUNDS / 2),
                ratios.get(0), ratios.get(ROUNDS - 1));
        return fastest;
    }

    /** Visitors who come at their own time, and do not wait for each other. */
    private void atHalfOfThat(double rate, ConversionsServer server, List<String> paths) {
        Load.Result result = Load.at(rate / 2, ROUND, visitors, server.base(), CONNECTIONS, 302,
                new Visitors(server.base(), paths)::request);
        print("at half of that", result, 0);
    }

    private static Duration processorTime(ConversionsServer server) {
        return TestDatabase.CURRENT == TestDatabase.EMBEDDED ? server.processorTime()
                : server.processorTime().plus(TestDatabase.CURRENT.server().processorTime());
    }

    private static double measured(String what, Supplier<Duration> processorTime, Supplier<Load.Result> load) {
        Duration before = processorTime.get();
        Load.Result result = load.get();
        print(what, result, processorTime.get().minus(before).toNanos() / 1e3 / result.requests());
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

    private static void print(String what, Load.Result result, double processorMicros) {
        System.out.printf(Locale.ROOT, "%-34s %8.0f/s   median %6.2f ms   p99 %6.2f ms%s%n", what, result.perSecond(),
                result.median(), result.p99(),
                processorMicros == 0 ? "" : String.format(Locale.ROOT, "   %5.0f µs of processor", processorMicros));
    }
}
