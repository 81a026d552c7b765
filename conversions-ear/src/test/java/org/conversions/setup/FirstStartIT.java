package org.conversions.setup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.conversions.api.AtOnce;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.EmbeddedFile;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The story of a server that starts without settings: it is set up once, by whoever can read its log. */
@OnBothDatabases
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstStartIT {

    private static final Pattern SETUP_URL = Pattern.compile("http://\\S+/app/setup/\\?token=(\\w+)");
    private static final String SIGNING_SECRET = unique("whsec_secret");
    private static final String STRIPE_KEY = unique("rk_live_secret0123456789");
    private static final String COMMENT = unique("findable");

    private static ConversionsServer server;
    private static Api nobody;
    private static JsonNode keys;

    @BeforeAll
    static void start() {
        server = ConversionsServer.started(Map.of());
        nobody = server.api(null);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    @Order(1)
    void theLogNamesTheAddressOnce() {
        assertThat(SETUP_URL.matcher(server.log()).results()).hasSize(1);
        assertThat(server.log()).contains(server.base() + "/app/setup/?token=");
        assertThat(expect(200, nobody.get("/api/setup")).path("open").asBoolean()).isTrue();
        assertThat(nobody.get("/health/ready").body()).contains("\"setUp\":\"false\"");
    }

    @Test
    @Order(2)
    void thePageIsServedAndRunsNoScriptsButItsOwn() {
        Answer page = nobody.get("/app/setup/?token=" + token());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'").doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(nobody.get("/app/setup/setup.js").status()).isEqualTo(200);
        assertThat(nobody.get("/app/page.css").status()).isEqualTo(200);
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
        expect(409, setUp("workspaceName", "Second"));
        assertThat(expect(200, nobody.get("/api/setup")).path("open").asBoolean()).isFalse();
    }

    @Test
    @Order(7)
    void aLaterStartAsksForNothingAndItsBootstrapSettingsChangeNothing() {
        String other = "conv_otherotherotherotherotherother";
        server.set("conversions.bootstrap.owner-email", "other@example.com");
        server.set("conversions.bootstrap.owner-password", "another password altogether");
        server.set("conversions.bootstrap.workspace", "Other");
        server.set("conversions.bootstrap.api-key", other);
        server.set("conversions.bootstrap.stripe-account", "acct_1Other");
        server.restart();
        assertThat(SETUP_URL.matcher(server.logOfThisStart()).find()).isFalse();
        expect(401, server.api(other).get("/api/workspace"));
        assertThat(expect(200, api().get("/api/workspace")).path("name").asText()).isEqualTo("Acme & Söhne");
        assertThat(expect(200, api().get("/api/links/info?domain=localhost:" + server.port() + "&key=kept"))
                .path("comments").asText()).isEqualTo(COMMENT);
        assertThat(api().get("/api/stripe/connections").body()).doesNotContain("acct_1Other");
        assertThat(nobody.get("/kept").status()).isEqualTo(302);
        expect(409, setUp("workspaceName", "Third"));
    }

    @Test
    @Order(8)
    void noFileHoldsAKeyAPasswordOrASecretInClear() {
        server.stop();
        assertThat(isSomewhere(COMMENT)).as("what is no secret can be found").isTrue();
        for (String secret : List.of(keys.path("secretKey").asText(), keys.path("publishableKey").asText(), SIGNING_SECRET,
                STRIPE_KEY, "correct horse battery staple")) {
            assertThat(isSomewhere(secret)).as(secret).isFalse();
            assertThat(server.log()).doesNotContain(secret);
        }
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
                "ownerPassword", "correct horse battery staple", "workspaceName", "Acme & Söhne");
        form.put(field, value);
        return nobody.post("/api/setup", form);
    }

    private static void isNamed(String field, String value) {
        assertThat(expect(422, setUp(field, value)).path("error").path("message").asText()).contains(field);
    }

    /** In the files and the database of this server. */
    private static boolean isSomewhere(String text) {
        return isBelow(server.data(), text) || (TestDatabase.CURRENT == TestDatabase.EMBEDDED
                ? EmbeddedFile.holds(server.data(), text) : isBelow(TestDatabase.CURRENT.server().data(), text));
    }

    private static boolean isBelow(Path folder, String text) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.toString().matches(".*\\.(jar|class)"))
                    .anyMatch(file -> holds(file, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
