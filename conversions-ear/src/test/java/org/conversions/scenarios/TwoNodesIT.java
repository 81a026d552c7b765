package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.conversions.redirect.RawHttp;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.EventStream;
import org.conversions.server.ExternalBroker;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two nodes that share a database server, a broker and a master key behind a balancer without sticky sessions: they start
 * together on an empty database, are set up as one, and one of them goes on when the other is killed under load.
 */
@OnBothDatabases
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final Pattern SETUP_TOKEN = Pattern.compile("/app/setup/#token=(\\w+)");
    private static final String MASTER_KEY = "q0V1m2X3c4B5n6M7a8S9d0F1g2H3j4K5l6Q7w8E9r0T=";
    private static final String ACCOUNT = "acct_1OfTwoNodes";
    private static final int VISITORS = 8;
    private static final int MORE_MILLIS_MAX = 1_000;
    private static final int VISITS = 300;

    private static final ExternalBroker BROKER = new ExternalBroker();
    private static ConversionsServer one;
    private static ConversionsServer other;
    private static TestWorkspace workspace;
    private static String cookie;

    @BeforeAll
    static void start() {
        assumeTrue(TestDatabase.CURRENT != TestDatabase.EMBEDDED, "The embedded database has one node");
        BROKER.start();
        Map<String, String> settings = new HashMap<>(ServerSettings.SHARED);
        settings.keySet().removeIf(name -> name.startsWith("conversions.bootstrap."));
        settings.putAll(TestDatabase.CURRENT.settings());
        settings.put("conversions.jms.url", BROKER.url());
        settings.put("conversions.secret-key", MASTER_KEY);
        one = ConversionsServer.prepared(settings);
        // One public address, that of the balancer.
        settings.put("conversions.base-url", one.base().toString());
        other = ConversionsServer.prepared(settings);
        one.launch();
        other.launch();
        one.awaitReady();
        other.awaitReady();
    }

    @AfterAll
    static void end() {
        if (one != null) {
            one.close();
            other.close();
            BROKER.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("The address that one node printed opens the set-up of the other, once")
    void theSetUpTokenOfOneNodeIsGoodOnTheOther() {
        assertThat(token(one)).isNotEqualTo(token(other));
        JsonNode keys = setUp(other, token(one)).expect(201);
        workspace = new TestWorkspace(keys.path("workspaceId").asText(), keys.path("secretKey").asText(),
                keys.path("publishableKey").asText(), ACCOUNT);
        assertThat(setUp(one, token(other)).status()).isEqualTo(409);
        assertThat(one.api(null).get("/api/setup").json().path("open").asBoolean(true)).isFalse();
    }

    @Test
    @Order(2)
    @DisplayName("Clicks have a part of their tables for this month and each of the next three, which one of the nodes made")
    void clicksAreDividedByMonths() throws SQLException {
        try (Connection database = one.openDatabase(); Statement statement = database.createStatement();
                ResultSet months = statement.executeQuery("select count(*) from information_schema.partitions"
                        + " where table_schema = database() and table_name in ('click', 'link_click') and partition_name like 'p%'")) {
            assertThat(months.next()).isTrue();
            assertThat(months.getInt(1)).isEqualTo(2 * 4);
        }
    }

    @Test
    @Order(2)
    @DisplayName("Visitors of one node see what was changed of a link on the other, although they need not ask the database")
    void aChangedLinkIsSeenOnBoth() {
        Api api = one.api(workspace.apiKey());
        JsonNode link = api.post("/api/links", object("url", "https://before.example/")).expectSuccess();
        String path = "/" + link.path("key").asText();
        Api visitor = other.api(null);
        assertThat(visitor.get(path).header("Location")).isEqualTo("https://before.example/");
        api.patch("/api/links/" + link.path("id").asText(), object("url", "https://after.example/")).expectSuccess();
        await().until(() -> "https://after.example/".equals(visitor.get(path).header("Location")));
        api.delete("/api/links/" + link.path("id").asText()).expectSuccess();
        await().until(() -> visitor.get(path).status() == 404);
    }

    @Test
    @Order(2)
    @DisplayName("A reader of the stream who goes from node to node, while visitors come to both, hears of each click once")
    void theStreamIsTheSameOnBoth() {
        JsonNode link = one.api(workspace.apiKey()).post("/api/links", object("url", "https://stream.example/", "trackConversion", true)).expectSuccess();
        String path = "/" + link.path("key").asText();
        String stream = "/api/stream?kinds=click&linkId=" + link.path("id").asText();
        List<Merchant> doors = List.of(Merchant.at(one, workspace), Merchant.at(other, workspace));
        EventStream reader = EventStream.begun(one.base(), stream, workspace.apiKey());
        CompletableFuture<List<String>> visitors = CompletableFuture.supplyAsync(() -> IntStream.range(0, VISITS).parallel()
                .mapToObj(visit -> doors.get(visit % 2).open(path).toString().replaceFirst(".*=", "")).toList());
        List<EventStream.Event> heard = new ArrayList<>();
        for (int i = 0; !visitors.isDone() || i == 0; i++) {
            Optional.ofNullable(reader.next(200)).ifPresent(heard::add);
            if (reader.lastId() != null) {
                reader.close();
                heard.addAll(reader.rest());
                reader = EventStream.open((i % 2 == 0 ? other : one).base(), stream, workspace.apiKey(), reader.lastId());
            }
        }
        for (EventStream.Event event = reader.next(1_000); event != null; event = reader.next(1_000)) {
            heard.add(event);
        }
        reader.close();
        // Of many at once some are only counted.
        assertThat(heard).extracting(EventStream.Event::name).containsAnyOf("click").isSubsetOf("click", "more");
        List<String> clicks = heard.stream().map(event -> event.text("/id")).filter(id -> !id.isEmpty()).toList();
        assertThat(clicks).doesNotHaveDuplicates().isSubsetOf(visitors.join());
        assertThat(clicks.size() + heard.stream().mapToInt(event -> event.data().path("clicks").asInt()).sum()).isEqualTo(VISITS);
    }

    @Test
    @Order(2)
    @DisplayName("Who signed in at one node is signed in at the other, until they sign out")
    void aSessionIsGoodOnBoth() {
        assertThat(session(one).body()).contains(ServerSettings.OWNER_EMAIL);
        RawHttp.Answer session = session(other);
        assertThat(session.body()).contains(ServerSettings.OWNER_EMAIL);
        one.api(null).delete("/api/session", "Cookie", cookie, "Origin", one.base().toString(), "X-CSRF-Token",
                session.body().replaceAll("(?s).*\"csrfToken\":\"([^\"]+)\".*", "$1")).expect(204);
        assertThat(session(other).body()).doesNotContain(ServerSettings.OWNER_EMAIL);
    }

    @Test
    @Order(3)
    @DisplayName("One of two is killed under load: the other finishes what it had acknowledged, and all is counted once")
    void oneIsKilledUnderLoad() throws InterruptedException {
        Merchant atOne = Merchant.at(one, workspace);
        Merchant atOther = Merchant.at(other, workspace);
        Traffic traffic = new Traffic(atOther.story(Vocabulary.DUB), List.of(atOne, atOther));
        traffic.begin(VISITORS);
        traffic.awaitLoad();
        Thread.sleep(ThreadLocalRandom.current().nextInt(MORE_MILLIS_MAX));
        one.kill9();
        traffic.awaitLoad();
        traffic.end();

        traffic.nothingIsLost(atOther);
        traffic.allIsCountedOnce(atOther);
    }

    /** Asks as a balancer does, which passes the public host on. */
    private static RawHttp.Answer session(ConversionsServer node) {
        return RawHttp.send(node.port(), ("GET /api/session HTTP/1.1\r\nHost: " + one.base().getAuthority()
                + "\r\nConnection: close\r\nCookie: " + cookie + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static Answer setUp(ConversionsServer node, String token) {
        Answer answer = node.api(null).post("/api/setup", object("token", token, "ownerEmail", ServerSettings.OWNER_EMAIL,
                "ownerPassword", ServerSettings.OWNER_PASSWORD, "workspaceName", "Two nodes", "stripeAccount", ACCOUNT));
        if (answer.status() == 201) {
            cookie = answer.header("Set-Cookie").replaceFirst(";.*", "");
        }
        return answer;
    }

    private static String token(ConversionsServer node) {
        Matcher matcher = SETUP_TOKEN.matcher(node.log());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
