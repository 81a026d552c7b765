package org.conversions.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The port opens with the first answer, a stop closes it with the last one, and nothing is left behind. */
class StopIT {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/126.0.0.0 Safari/537.36";
    private static final int VISITORS = 8;
    private static final Duration LOAD = Duration.ofSeconds(3);
    private static final Duration START = Duration.ofSeconds(180);

    /** The statuses that visitors and Stripe have seen, and the click ids that visitors were sent on with. */
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final Queue<String> clicks = new ConcurrentLinkedQueue<>();

    @Test
    void thePortOpensWithTheFirstAnswerAndClosesWithTheLast() throws Exception {
        Map<String, String> settings = new HashMap<>(ServerSettings.SHARED);
        settings.put("conversions.data.dir", BuildFolder.create("with a space").resolve("its data").toString());
        try (ConversionsServer server = ConversionsServer.prepared(settings)) {
            assertThat(answersUntilReady(server)).as("before it answers, nothing listens").containsOnly(0, 200);

            stopUnderLoad(server);
            assertThat(statuses).as("taken and answered, or turned away").isSubsetOf(200, 302, 503).contains(200, 302);
            assertThat(server.log().split("Conversions is stopping.")[1])
                    .doesNotContain("WARN", "SEVERE", "ERROR", "\tat ").contains("Conversions has stopped.");
            assertThat(server.workingFolder()).isEmptyDirectory();
            Set<String> left = files(server.data());
            assertThat(left).contains("lock", "secret.key", "broker/conversions/KahaDB/db.data")
                    .noneMatch(file -> file.startsWith("server") || file.endsWith(".trace.db"));

            server.start();
            assertThat(clicks).allSatisfy(click -> assertThat(server.api(ServerSettings.API_KEY).post("/api/track/lead",
                    Api.object("clickId", click, "eventName", "Sign up", "customerExternalId", "of_" + click)).status())
                    .isEqualTo(200));
            server.stop();
            assertThat(withoutTheBrokers(files(server.data()))).isEqualTo(withoutTheBrokers(left));
        }
    }

    @Test
    void aSecondSignalEndsWhatHangs() {
        try (ConversionsServer server = ConversionsServer.prepared(Map.of())) {
            server.launch();
            await().atMost(START).until(() -> Files.exists(server.data().resolve("lock")));
            server.sendTerm();
            await().atMost(START).until(() -> server.log().contains("Conversions is stopping."));
            server.sendTerm();
            assertThat(server.exitStatus()).isEqualTo(1);
            assertThat(server.log()).contains("told twice to stop");
        }
    }

    /** Starts the server. @return the statuses of its readiness meanwhile, 0 when nobody listened */
    private static Queue<Integer> answersUntilReady(ConversionsServer server) {
        Queue<Integer> answers = new ConcurrentLinkedQueue<>();
        Api visitor = server.api(null);
        server.launch();
        await().atMost(START).pollInterval(Duration.ofMillis(20)).until(() -> {
            try {
                answers.add(visitor.get("/health/ready").status());
            } catch (IllegalStateException refused) {
                answers.add(0);
            }
            return server.log().contains("Conversions is running.");
        });
        return answers;
    }

    private void stopUnderLoad(ConversionsServer server) throws InterruptedException {
        String link = server.api(ServerSettings.API_KEY)
                .post("/api/links", Api.object("url", "https://shop.example/", "trackConversion", true))
                .json().path("key").asText();
        ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
        for (int i = 0; i < VISITORS; i++) {
            String name = "visitor" + i;
            visitors.execute(() -> visitAndPay(server, link, name));
        }
        Thread.sleep(LOAD.toMillis());
        server.stop();
        visitors.shutdown();
        assertThat(visitors.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Clicks and pays by turns until nobody listens any more. */
    private void visitAndPay(ConversionsServer server, String link, String name) {
        Api visitor = server.api(null);
        try {
            for (int i = 0;; i++) {
                Api.Answer click = visitor.get("/" + link, "User-Agent", BROWSER);
                statuses.add(click.status());
                Stream.ofNullable(click.header("Location")).filter(at -> at.contains("dub_id=")).findFirst()
                        .ifPresent(at -> clicks.add(at.replaceAll(".*dub_id=(\\w+).*", "$1")));
                String event = """
                        {"id":"evt_%1$s_%2$d","object":"event","type":"charge.refunded","livemode":true,\
                        "account":"%3$s","created":1700000000,"data":{"object":{"id":"ch_%1$s_%2$d",\
                        "object":"charge","amount":2000,"amount_refunded":1000,"currency":"usd",\
                        "payment_intent":"pi_%1$s_%2$d"}}}""".formatted(name, i, ServerSettings.STRIPE_ACCOUNT);
                statuses.add(visitor.postStripeEvent("/api/stripe/integration/webhook", event,
                        ServerSettings.WEBHOOK_SECRET_LIVE).status());
            }
        } catch (IllegalStateException gone) {
            // The server has stopped.
        }
    }

    /** The broker keeps books of its own about its pages. */
    private static Set<String> withoutTheBrokers(Set<String> files) {
        return files.stream().filter(file -> !file.startsWith("broker/")).collect(Collectors.toSet());
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }
}
