package org.conversions.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.api.AtOnce;
import org.conversions.exchange.RatesOperator;
import org.conversions.people.Person;
import org.conversions.redirect.RawHttp;
import org.conversions.server.Api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The life of a server: it starts with nothing, is set up once by whoever can read its log, gets exchange rates from its
 * operator, stops while visitors come and Stripe tells of refunds, and starts again as the same. With MySQL it trusts one
 * authority's certificate only, and its life ends with the first stop: what comes after asks no database anything new.
 */
@OnBothDatabases
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerLifeIT {

    private static final Pattern SETUP_URL = Pattern.compile("http://\\S+/app/setup/#token=(\\w+)");
    private static final String PASSWORD = "correct horse battery staple";
    private static final String SIGNING_SECRET = unique("whsec_secret");
    private static final String STRIPE_KEY = unique("rk_live_secret0123456789");
    private static final String OTHER_KEY = "conv_otherotherotherotherotherother";
    private static final String NEXT_MASTER_KEY = "q0V1m2X3c4B5n6M7a8S9d0F1g2H3j4K5l6Q7w8E9r0T=";
    private static final String COMMENT = unique("findable");
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/126.0.0.0 Safari/537.36";
    private static final int VISITORS = 8;
    private static final Duration LOAD = Duration.ofSeconds(3);
    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private static Path data;
    private static ConversionsServer server;
    private static Api nobody;
    private static RatesOperator operator;
    private static JsonNode keys;

    /** The statuses that visitors and Stripe have seen, and the click ids that visitors were sent on with. */
    private static final Queue<Integer> STATUSES = new ConcurrentLinkedQueue<>();
    private static final Queue<String> CLICKS = new ConcurrentLinkedQueue<>();
    private static Set<String> filesAfterTheFirstStop;

    @BeforeAll
    static void prepare() throws IOException {
        Map<String, String> settings = new HashMap<>();
        data = BuildFolder.create("with a space").resolve("its data");
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        settings.put("conversions.data.dir", data.toString());
        settings.put("conversions.stripe.webhook-secret.live", ServerSettings.WEBHOOK_SECRET_LIVE);
        if (TestDatabase.CURRENT == TestDatabase.MYSQL) {
            MySqlServer database = (MySqlServer) TestDatabase.MYSQL.server();
            settings.putAll(database.trusting(database.authority()));
        }
        server = ConversionsServer.prepared(settings);
        nobody = server.api(null);
        operator = new RatesOperator(server);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    @Order(1)
    void beforeItAnswersNothingListens() {
        Set<Integer> answers = new TreeSet<>();
        server.launch();
        await().atMost(START).until(() -> {
            answers.add(statusOf("/health/ready"));
            assertThat(server.isAlive()).as(server.log()).isTrue();
            return server.log().contains("Conversions is running.");
        });
        assertThat(answers).containsExactly(0, 200);
    }

    @Test
    @Order(2)
    void whatItKeepsIsItsOwnersAloneAlsoInAFolderThatWasOpenToOthers() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwx------");
    }

    @Test
    @Order(2)
    void theLogNamesTheAddressOfTheSetUpOnce() {
        assertThat(SETUP_URL.matcher(server.log()).results()).hasSize(1);
        assertThat(server.log()).contains(server.base() + "/app/setup/#token=");
        assertThat(expect(200, nobody.get("/api/setup")).path("open").asBoolean()).isTrue();
        assertThat(nobody.get("/health/ready").body()).contains("\"setUp\":\"false\"");
    }

    @Test
    @Order(2)
    void thePageIsServedAndRunsNoScriptsButItsOwn() {
        Answer page = nobody.get("/app/setup/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'").doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(nobody.get("/app/pages/setup.js").status()).isEqualTo(200);
        assertThat(nobody.get("/app/tokens.css").status()).isEqualTo(200);
        assertThat(nobody.get("/app/icon.svg").status()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void withoutTheTokenNobodySetsItUp() {
        expect(401, setUp("token", null));
        expect(401, setUp("token", ""));
        expect(401, setUp("token", token() + "x"));
        expect(401, server.api("conv_0123456789abcdefghijklmnopqrstuvw").get("/api/links"));
    }

    @Test
    @Order(4)
    void whatCannotBeIsNamedAndTheTokenStaysGood() {
        isNamed("ownerPassword", "too short");
        isNamed("ownerPassword", "x".repeat(201));
        isNamed("ownerPassword", null);
        isNamed("ownerEmail", "nobody");
        isNamed("ownerEmail", null);
        isNamed("workspaceName", " ");
        isNamed("workspaceName", "x".repeat(191));
        isNamed("stripeAccount", "acct-1");
        assertThat(expect(200, nobody.get("/api/setup")).path("open").asBoolean()).isTrue();
    }

    @Test
    @Order(5)
    void ofManyAtOnceOneSetsItUp() {
        Callable<Answer> setUp = () -> setUp("stripeAccount", "acct_1First");
        List<Answer> answers = AtOnce.all(Collections.nCopies(4, setUp));
        assertThat(answers).extracting(Answer::status).containsOnly(201, 409).containsOnlyOnce(201);
        keys = answers.stream().filter(answer -> answer.status() == 201).findFirst().orElseThrow().json();
        assertThat(keys.path("secretKey").asText()).startsWith("conv_").hasSizeGreaterThanOrEqualTo(32);
        assertThat(keys.path("publishableKey").asText()).startsWith("conv_pk_").hasSizeGreaterThanOrEqualTo(32);
        assertThat(keys.path("testSecretKey").asText()).startsWith("conv_test_").hasSizeGreaterThanOrEqualTo(32);
        assertThat(keys.path("testPublishableKey").asText()).startsWith("conv_test_pk_").hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    @Order(6)
    void theKeysWorkAndThereIsNoSecondSetUp() {
        Api api = api();
        assertThat(expect(200, api.get("/api/workspace")).path("name").asText()).isEqualTo("Acme & Söhne");
        expect(200, api.post("/api/links", object("url", "https://shop.example/", "key", "kept", "comments", COMMENT)));
        assertThat(expect(200, api.get("/api/stripe/connections")).path(0).path("accountId").asText())
                .isEqualTo("acct_1First");
        expect(201, api.post("/api/stripe/connections", object("signingSecrets", List.of(SIGNING_SECRET), "apiKey", STRIPE_KEY)));
        expect(201, api.post("/api/partners", object("email", "pat@partners.example")));
        expect(403, server.api(keys.path("publishableKey").asText()).get("/api/links"));
        expect(200, server.api(keys.path("testSecretKey").asText()).get("/api/links"));
        expect(403, server.api(keys.path("testPublishableKey").asText()).get("/api/links"));
        expect(409, setUp("workspaceName", "Second"));
        assertThat(expect(200, nobody.get("/api/setup")).path("open").asBoolean()).isFalse();
    }

    @Test
    @Order(6)
    void anUnknownEmailTakesAsLongAsAWrongPassword() {
        assumeTrue(TestDatabase.CURRENT == TestDatabase.EMBEDDED, "it asks no database anything new");
        List<Long> unknown = new ArrayList<>();
        List<Long> wrong = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            unknown.add(nanosOfLogin(unique("nobody") + "@example.com"));
            wrong.add(nanosOfLogin("owner@example.com"));
        }
        assertThat((double) median(unknown) / median(wrong)).isBetween(0.5, 2.0);
    }

    @Test
    @Order(6)
    void theOperatorsRatesAreReadAgainWhenTheFileChanges() {
        operator.theFileIsReadAgainWhenItChanges(api());
    }

    @Test
    @Order(7)
    void aStopAnswersWhatWasTakenAndTurnsTheRestAway() throws Exception {
        String link = expect(200, api().post("/api/links", object("url", "https://shop.example/", "trackConversion", true)))
                .path("key").asText();
        ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
        for (int i = 0; i < VISITORS; i++) {
            String name = "visitor" + i;
            visitors.execute(() -> visitAndPay(link, name));
        }
        Thread.sleep(LOAD.toMillis());
        try (RawHttp.Unfinished slow = RawHttp.begin(server.port(), "POST /api/track/lead HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                + "Expect: 100-continue\r\nAuthorization: Bearer " + keys.path("secretKey").asText() + "\r\n\r\n")) {
            slow.awaitTaken();
            server.sendTerm();
            await().atMost(DRAIN).until(() -> statusOf("/health/ready") == 503 && statusOf("/" + link) == 503);
            assertThat(slow.end("{}").status()).as("taken before, and answered").isEqualTo(422);
        }
        assertThat(server.exitStatus()).isZero();
        visitors.shutdown();
        assertThat(visitors.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(STATUSES).as("answered, or turned away").isSubsetOf(200, 302, 503).contains(200, 302);
        assertThat(server.log().split("Conversions is stopping.")[1].strip().lines()
                .filter(line -> !line.contains("have come from the journal into the database")))
                .as("where the database was slow, a click came by the journal").containsExactly("Conversions has stopped.");
    }

    @Test
    @Order(8)
    void aStopLeavesNothingButItsDataAndItsProgramAndNoSecretInClear() throws IOException {
        assertThat(server.workingFolder()).isEmptyDirectory();
        filesAfterTheFirstStop = files(server.data());
        assertThat(filesAfterTheFirstStop).contains("lock", "secret.key", "broker/conversions/KahaDB/db.data")
                .noneMatch(file -> file.startsWith("run") || file.endsWith(".trace.db"));
        List<String> secrets = List.of(keys.path("secretKey").asText(), keys.path("publishableKey").asText(),
                keys.path("testSecretKey").asText(), keys.path("testPublishableKey").asText(),
                SIGNING_SECRET, STRIPE_KEY, PASSWORD);
        assertThat(inDatabaseAndFiles(Stream.concat(secrets.stream(), Stream.of(COMMENT)).toList()))
                .as("nothing but what is no secret can be found").containsExactly(COMMENT);
        assertThat(server.log()).doesNotContain(secrets);
    }

    @Test
    @Order(8)
    void passwordsAreHashedAsOftenAsOwaspAdvises() throws IOException {
        assumeTrue(TestDatabase.CURRENT == TestDatabase.EMBEDDED, "it asks no database anything new");
        assertThat(inDatabaseAndFiles(List.of(":210000:"))).isNotEmpty();
    }

    @Test
    @Order(9)
    void aLaterStartHasTheSameRatesUntilTheOperatorsAddressAnswers() throws IOException {
        assumeTrue(TestDatabase.CURRENT == TestDatabase.EMBEDDED, "it asks no database anything new");
        operator.namesAnAddress();
        server.set("conversions.bootstrap.owner-email", "other@example.com");
        server.set("conversions.bootstrap.owner-password", "another password altogether");
        server.set("conversions.bootstrap.workspace", "Other");
        server.set("conversions.bootstrap.api-key", OTHER_KEY);
        server.set("conversions.bootstrap.stripe-account", "acct_1Other");
        server.set("conversions.operator-token", ServerSettings.OPERATOR_TOKEN);
        server.set("conversions.secret-key", NEXT_MASTER_KEY);
        server.start();
        operator.theRatesAreAsBeforeUntilTheAddressAnswers();
    }

    @Test
    @Order(10)
    void itAsksForNothingAndItsBootstrapSettingsChangeNothing() {
        assumeALaterStart();
        assertThat(SETUP_URL.matcher(server.logOfThisStart()).find()).isFalse();
        expect(401, server.api(OTHER_KEY).get("/api/workspace"));
        assertThat(expect(200, api().get("/api/workspace")).path("name").asText()).isEqualTo("Acme & Söhne");
        assertThat(expect(200, api().get("/api/links/info?domain=localhost:" + server.port() + "&key=kept"))
                .path("comments").asText()).isEqualTo(COMMENT);
        assertThat(api().get("/api/stripe/connections").body()).doesNotContain("acct_1Other");
        assertThat(nobody.get("/kept").status()).isEqualTo(302);
        expect(409, setUp("workspaceName", "Third"));
    }

    @Test
    @Order(10)
    void theMasterKeyIsChangedByCommandAndEverySecretIsReadableBeforeAndAfter() {
        assumeALaterStart();
        Api server = ServerLifeIT.server.api(ServerSettings.OPERATOR_TOKEN);
        expect(200, api().post("/api/links", object("url", "https://shop.example/", "key", "locked", "password", PASSWORD)));
        assertThat(signedConnections()).isOne();
        // Of two connections the signing secrets, of one the key, of a link the password; and answers that may be repeated.
        assertThat(expect(200, server.post("/api/server/secrets/seal", object())).path("sealed").asInt())
                .isGreaterThanOrEqualTo(4);
        assertThat(signedConnections()).isOne();
        assertThat(expect(200, api().get("/api/links/info?domain=localhost:" + ServerLifeIT.server.port() + "&key=locked"))
                .path("password").asText()).isEqualTo(PASSWORD);
        assertThat(expect(200, server.post("/api/server/secrets/seal", object())).path("sealed").asInt()).isZero();
    }

    private static long signedConnections() {
        return expect(200, api().get("/api/stripe/connections")).findValuesAsText("signingSecretSet").stream()
                .filter("true"::equals).count();
    }

    @Test
    @Order(11)
    void itKnowsEveryClickThatWasAnswered() {
        assumeALaterStart();
        assertThat(CLICKS).isNotEmpty().allSatisfy(click -> expect(200, api().post("/api/track/lead",
                object("clickId", click, "eventName", "Sign up", "customerExternalId", "of_" + click))));
    }

    @Test
    @Order(12)
    void anotherStopLeavesTheSameFiles() throws IOException {
        assumeALaterStart();
        server.stop();
        assertThat(withoutTheBrokers(files(server.data()))).isEqualTo(withoutTheBrokers(filesAfterTheFirstStop));
    }

    @Test
    @Order(13)
    void withAMasterKeyThatIsNotTheDatabasesItDoesNotStart() throws IOException {
        assumeTrue(TestDatabase.CURRENT == TestDatabase.EMBEDDED, "it asks no database anything new");
        Files.delete(server.data().resolve("secret.key"));
        server.set("conversions.secret-key", "another master key that no other node of the database has");
        server.launch();
        assertThat(server.exitStatus()).isEqualTo(1);
        assertThat(server.log()).contains("sealed with another master key");
    }

    private static void assumeALaterStart() {
        assumeTrue(server.isAlive(), "there was no later start");
    }

    private static Api api() {
        return server.api(keys.path("secretKey").asText());
    }

    private static String token() {
        Matcher matcher = SETUP_URL.matcher(server.log());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** A set-up that is right but for this field. */
    private static Answer setUp(String field, String value) {
        Map<String, Object> form = object("token", token(), "ownerEmail", "owner@example.com",
                "ownerPassword", PASSWORD, "workspaceName", "Acme & Söhne");
        form.put(field, value);
        return nobody.post("/api/setup", form);
    }

    private static void isNamed(String field, String value) {
        assertThat(expect(422, setUp(field, value)).path("error").path("message").asText()).contains(field);
    }

    private static long nanosOfLogin(String email) {
        long begin = System.nanoTime();
        assertThat(Person.at(server, email).login("a wrong password", null).status()).isEqualTo(401);
        return System.nanoTime() - begin;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** Clicks and pays by turns until nobody listens any more. */
    private static void visitAndPay(String link, String name) {
        try {
            for (int i = 0;; i++) {
                Answer click = nobody.get("/" + link, "User-Agent", BROWSER);
                STATUSES.add(click.status());
                Stream.ofNullable(click.header("Location")).filter(at -> at.contains("dub_id=")).findFirst()
                        .ifPresent(at -> CLICKS.add(at.replaceAll(".*dub_id=(\\w+).*", "$1")));
                String event = """
                        {"id":"evt_%1$s_%2$d","object":"event","type":"charge.refunded","livemode":true,\
                        "account":"acct_1First","created":1700000000,"data":{"object":{"id":"ch_%1$s_%2$d",\
                        "object":"charge","amount":2000,"amount_refunded":1000,"currency":"usd",\
                        "payment_intent":"pi_%1$s_%2$d"}}}""".formatted(name, i);
                STATUSES.add(nobody.postStripeEvent("/api/stripe/integration/webhook", event,
                        ServerSettings.WEBHOOK_SECRET_LIVE).status());
            }
        } catch (IllegalStateException gone) {
            // The server has stopped.
        }
    }

    /** @return 0 when nobody listens */
    private static int statusOf(String path) {
        try {
            return nobody.get(path, "User-Agent", BROWSER).status();
        } catch (IllegalStateException refused) {
            return 0;
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

    /** @return those of the texts that stand anywhere in the files or the database of this server */
    private static Set<String> inDatabaseAndFiles(List<String> texts) throws IOException {
        Set<String> found = new TreeSet<>(below(server.data(), texts));
        if (TestDatabase.CURRENT == TestDatabase.EMBEDDED) {
            texts.stream().filter(text -> EmbeddedFile.holds(server.data(), text)).forEach(found::add);
        } else {
            // MySQL is at work, and its files come and go.
            found.addAll(await().ignoreException(UncheckedIOException.class)
                    .until(() -> below(TestDatabase.CURRENT.server().data(), texts), all -> true));
        }
        return found;
    }

    /** The program says the same to everybody, and has examples of passwords. */
    private static Set<String> below(Path folder, List<String> texts) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.startsWith(folder.resolve("server")))
                    .flatMap(file -> in(file, texts)).collect(Collectors.toSet());
        }
    }

    private static Stream<String> in(Path file, List<String> texts) {
        try {
            String content = new String(Files.readAllBytes(file), ISO_8859_1);
            return texts.stream().filter(content::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
