package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.conversions.people.Person;
import org.conversions.server.ConversionsServer;
import org.conversions.server.EventStream;
import org.conversions.server.EventStream.Event;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The live stream: what is committed is on every screen at once, and once. */
@OnBothDatabases
class StreamIT {

    private static final String STREAM = "/api/stream";
    private static final int READERS = 500;
    private static final int AT_ONCE = 5;
    /** Other tests have the server make threads at the same time, but fewer than there are readers. */
    private static final int THREADS_MORE_MAX = READERS / 2;
    private static final int MEASURED = 60;

    private final ConversionsServer server = ConversionsServer.shared();
    private final TestWorkspace workspace = TestWorkspace.create(server, "Stream");
    private final Merchant merchant = Merchant.at(server, workspace);

    @Test
    @DisplayName("A purchase, half of it refunded, and the end of the subscription: each is told once, and to nobody else")
    void aStory() {
        TestWorkspace other = TestWorkspace.create(server, "Stream of another");
        Story story = merchant.story(Vocabulary.DUB);
        try (EventStream all = EventStream.begun(server.base(), STREAM, workspace.apiKey());
                EventStream sales = EventStream.begun(server.base(), STREAM + "?kinds=sale,churn&linkId=" + story.linkId,
                        workspace.apiKey());
                EventStream test = EventStream.begun(server.base(), STREAM + "?mode=test", workspace.apiKey());
                EventStream others = EventStream.begun(server.base(), STREAM, other.apiKey())) {
            merchant.tell(story.subscriptionCheckout().with("client_reference_id", story.reference())).processed();
            merchant.tell(story.invoice(1)).processed();
            merchant.tell(story.invoicePayment(1)).processed();
            merchant.tell(story.refundOfInvoice(1, 1200)).processed();
            merchant.tell(story.subscriptionEnded()).processed();
            List<Event> told = all.until(event -> event.name().equals("churn"));
            assertThat(told).extracting(event -> event.name() + event.text("/amount"))
                    .containsExactlyInAnyOrder("click", "lead", "sale2000", "commission400", "refund-1000", "commission-200", "churn");
            assertThat(told).allSatisfy(event -> {
                assertThat(event.text("/kind")).isEqualTo(event.name());
                assertThat(event.text("/link/id")).isEqualTo(story.linkId);
                assertThat(event.text("/link/shortLink")).startsWith("http");
                assertThat(event.text("/partner/name")).isEqualTo("Pat");
                assertThat(event.text("/at")).startsWith("20");
                assertThat(event.text("/mode")).isEqualTo(event.name().equals("click") ? "" : "live");
                assertThat(event.text("/customer/email")).isEqualTo(event.name().equals("click") ? "" : story.email);
                assertThat(event.data().has("currency")).isEqualTo(event.data().has("amount"));
            });
            assertThat(told).extracting(Event::id).doesNotContainNull().doesNotHaveDuplicates();
            assertThat(sales.until(event -> event.name().equals("churn"))).extracting(Event::name).containsExactly("sale", "churn");
            assertThat(test.next().name()).isEqualTo("click");
            assertThat(test.next(300)).isNull();
            assertThat(all.next(1)).isNull();
            assertThat(others.next(1)).isNull();
        }
        try (EventStream late = EventStream.begun(server.base(), STREAM + "?recent=4", workspace.apiKey())) {
            List<Event> newest = List.of(late.next(), late.next(), late.next(), late.next());
            assertThat(newest).extracting(event -> event.text("/at")).isSorted();
            assertThat(newest).extracting(Event::name).contains("refund");
            String click = story.click();
            assertThat(late.next().text("/id")).isEqualTo(click);
        }
    }

    @Test
    @DisplayName("A reader who is cut off again and again, while buyers sign up all the time, hears of each once")
    void aReaderGoesOn() {
        String link = link();
        List<String> heard = new ArrayList<>();
        EventStream reader = EventStream.begun(server.base(), STREAM + "?kinds=lead", workspace.apiKey());
        CompletableFuture<List<String>> writers = CompletableFuture.supplyAsync(() -> IntStream.range(0, 120).parallel()
                .mapToObj(number -> signUp(link)).toList());
        int breaks = 0;
        while (!writers.isDone()) {
            Event event = reader.next(400);
            if (event != null) {
                heard.add(event.text("/customer/externalId"));
            }
            if (reader.lastId() != null) {
                reader.close();
                reader.rest().forEach(rest -> heard.add(rest.text("/customer/externalId")));
                breaks++;
                reader = EventStream.open(server.base(), STREAM + "?kinds=lead&lastEventId=" + reader.lastId(), workspace.apiKey(), null);
            }
        }
        assertThat(breaks).isGreaterThan(10);
        List<String> signedUp = writers.join();
        for (Event event = reader.next(1_000); event != null; event = reader.next(1_000)) {
            heard.add(event.text("/customer/externalId"));
        }
        reader.close();
        assertThat(heard).containsExactlyInAnyOrderElementsOf(signedUp);
    }

    @Test
    @DisplayName("Five hundred people look on, and the server has no thread for each of them")
    void manyReaders() throws IOException {
        String link = link();
        int threadsBefore = threads();
        List<EventStream> readers = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                readers.add(EventStream.open(server.base(), STREAM + "?kinds=sale", workspace.apiKey(), null));
                if (i >= AT_ONCE) {
                    assertThat(readers.get(i - AT_ONCE).next().name()).isEqualTo("start");
                }
            }
            readers.subList(READERS - AT_ONCE, READERS).forEach(reader -> assertThat(reader.next().name()).isEqualTo("start"));
            int threadsWithReaders = threads();
            String buyer = signUp(link);
            long[] first = new long[MEASURED];
            long[] all = new long[MEASURED];
            for (int i = 0; i < MEASURED; i++) {
                String invoice = unique("in_");
                server.api(workspace.apiKey()).post("/api/track/sale", object("customerExternalId", buyer, "amount", 1000, "currency",
                        "usd", "invoiceId", invoice, "paymentProcessor", "custom")).expect(200);
                long committed = System.nanoTime();
                List<Long> arrived = new ArrayList<>();
                for (EventStream reader : readers) {
                    Event sale = reader.next();
                    assertThat(sale.text("/amount")).isEqualTo("1000");
                    arrived.add((sale.arrived() - committed) / 1_000_000);
                }
                first[i] = arrived.get(0);
                all[i] = arrived.stream().mapToLong(Long::longValue).max().orElseThrow();
            }
            Arrays.sort(first);
            Arrays.sort(all);
            System.out.println("StreamIT: from the answer of a sale to the screen, ms: one of " + READERS + " readers, median "
                    + first[MEASURED / 2] + ", p99 " + first[MEASURED - 1] + "; the last of them, median " + all[MEASURED / 2] + ", p99 "
                    + all[MEASURED - 1] + "; threads " + threadsBefore + " before, " + threadsWithReaders + " with all of them, "
                    + threads() + " at work");
            assertThat(threadsWithReaders - threadsBefore).isLessThanOrEqualTo(THREADS_MORE_MAX);
            assertThat(first[MEASURED / 2]).isLessThan(300);
        } finally {
            readers.forEach(EventStream::close);
        }
    }

    @Test
    @DisplayName("Of very many clicks at once the newest come, with the number of the others")
    void manyClicks() {
        String path = "/" + merchant.read("/api/links/" + link()).path("key").asText();
        try (EventStream reader = EventStream.begun(server.base(), STREAM, workspace.apiKey())) {
            IntStream.range(0, 400).parallel().forEach(visit -> merchant.open(path));
            int clicks = 0;
            while (clicks < 400) {
                Event event = reader.next();
                clicks += event.name().equals("more") ? event.data().path("clicks").asInt() : 1;
            }
            assertThat(clicks).isEqualTo(400);
            assertThat(reader.next(300)).isNull();
        }
    }

    @Test
    void aPersonReadsItAndANarrowKeyDoesNotLearnWhoBuys() {
        JsonNode key = server.api(workspace.apiKey()).post("/api/keys", object("name", "reads", "scopes", List.of("analytics.read")))
                .expectSuccess();
        Person person = Person.join(server, workspace.apiKey(), "viewer");
        String buyer = signUp(link());
        try (EventStream byKey = EventStream.begun(server.base(), STREAM + "?kinds=sale", key.path("key").asText());
                EventStream byCookie = EventStream.open(server.base(), STREAM, null, null, "Cookie", person.cookie())) {
            assertThat(byCookie.next().name()).isEqualTo("start");
            server.api(workspace.apiKey()).post("/api/track/sale", object("customerExternalId", buyer, "amount", 700, "currency", "usd",
                    "invoiceId", unique("in_"), "paymentProcessor", "custom")).expect(200);
            assertThat(byCookie.next().text("/customer/externalId")).isEqualTo(buyer);
            Event sale = byKey.next();
            assertThat(sale.data().path("customer").has("externalId")).as("without the scope to read customers").isFalse();
            assertThat(byCookie.answer().header("Content-Type")).startsWith("text/event-stream");
        }
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        assertThat(server.api(workspace.apiKey()).get(STREAM).status()).isEqualTo(400);
        for (String wrong : List.of("?kinds=visit", "?mode=real", "?recent=101", "?recent=x")) {
            assertThat(EventStream.open(server.base(), STREAM + wrong, workspace.apiKey(), null).answer().status()).as(wrong).isEqualTo(422);
        }
        assertThat(EventStream.open(server.base(), STREAM, null, null).answer().status()).isEqualTo(401);
        assertThat(EventStream.open(server.base(), STREAM, workspace.publishableKey(), null).answer().status()).isEqualTo(403);
        try (EventStream unknown = EventStream.open(server.base(), STREAM, workspace.apiKey(), "no position of ours")) {
            assertThat(unknown.next().name()).isEqualTo("reset");
            await().until(() -> !unknown.lastId().contains(" "));
        }
    }

    private String link() {
        return Merchant.ok(merchant.api().post("/api/links", object("url", "https://shop.example/", "trackConversion", true)))
                .path("id").asText();
    }

    /** @return the buyer */
    private String signUp(String link) {
        String buyer = unique("buyer-");
        String key = merchant.read("/api/links/" + link).path("key").asText();
        String location = merchant.open("/" + key).toString();
        Merchant.ok(merchant.api().post("/api/track/lead", object("clickId", location.substring(location.indexOf("dub_id=") + 7),
                "eventName", "Sign up", "customerExternalId", buyer)));
        return buyer;
    }

    private int threads() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(server.pid()), "status")).stream()
                .filter(line -> line.startsWith("Threads:")).mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", ""))).findFirst()
                .orElseThrow();
    }
}
