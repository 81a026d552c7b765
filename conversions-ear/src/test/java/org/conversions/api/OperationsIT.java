package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.server.Api.Answer;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that an operator's tools and a newcomer's browser ask for. */
class OperationsIT {

    private final Api anybody = ConversionsServer.shared().api(null);

    @Test
    void theServerSaysThatItLivesAndIsReady() {
        assertThat(expect(200, anybody.get("/health/live")).path("status").asText()).isEqualTo("UP");
        JsonNode ready = expect(200, anybody.get("/health/ready"));
        assertThat(ready.path("checks").findValuesAsText("name")).contains("database", "broker", "inbox");
        assertThat(ready.path("checks").findValuesAsText("status")).containsOnly("UP");
        for (String figure : List.of("waiting", "waitingOldestSeconds", "unmatched", "failed", "failedOldestSeconds")) {
            assertThat(ready.path("checks").findValuesAsText(figure)).as(figure).singleElement().asString().isNotEmpty();
        }
    }

    @Test
    void theMetricsShowTheAgeOfTheInboxAndHowManyEventsDidNotGetThrough() {
        Answer metrics = anybody.get("/metrics");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body()).contains("conversions_inbox_oldest_due", "conversions_inbox_waiting",
                "conversions_inbox_waiting_oldest_seconds", "conversions_inbox_unmatched", "conversions_inbox_failed");
    }

    @Test
    void strangersLearnThatTheServerIsReadyAndTheOperatorLearnsWhy() {
        String[] abroad = {"X-Forwarded-For", "203.0.113.77"};
        Api operator = ConversionsServer.shared().api(ServerSettings.OPERATOR_TOKEN);
        expect(200, anybody.get("/health/live", abroad));
        assertThat(expect(200, anybody.get("/health/ready", abroad))).hasToString("{\"status\":\"UP\",\"checks\":[]}");
        assertThat(expect(200, operator.get("/health/ready", abroad)).path("checks")).isNotEmpty();
        for (String path : new String[] {"/health", "/metrics", "/metrics/application", "/metrics?scope=base"}) {
            Errors.isError(anybody.get(path, abroad), 401);
            Errors.isError(ConversionsServer.shared().api("operator_this_is_a_guess").get(path, abroad), 401);
            assertThat(operator.get(path, abroad).status()).as(path).isNotEqualTo(401);
        }
        assertThat(operator.get("/metrics", abroad).body()).contains("conversions_inbox_oldest_due");
    }

    @Test
    void theDescriptionOfTheApiSaysWhatEveryRouteIsFor() {
        JsonNode description = expect(200, anybody.get("/openapi"));
        assertThat(description.path("info").path("title").asText()).isEqualTo("Conversions");
        assertThat(description.path("paths").size()).isGreaterThan(20);
        description.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method ->
                assertThat(method.getValue().path("summary").asText()).as(method.getKey() + " " + path.getKey()).isNotBlank()));
        assertThat(description.path("openapi").asText()).startsWith("3.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/", "/app/setup/", "/app/errors/"})
    void pagesAreClosedToOtherSitesAndToInlineScripts(String path) {
        Answer page = anybody.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'", "object-src 'none'",
                "frame-ancestors 'none'", "base-uri 'none'").doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.body()).doesNotContain("style=", "onclick=", "<style").doesNotContainPattern("<script(?![^>]* src=|[^>]* type=\"importmap\")");
    }

    @Test
    void whatAPageLoadsIsKeptForEverUnderAnAddressThatChangesWithIt() {
        Matcher loaded = Pattern.compile("(?:src|href)=\"(/app/v-[^\"]+)\"").matcher(anybody.get("/app/").body());
        Set<String> paths = new TreeSet<>();
        while (loaded.find()) {
            paths.add(loaded.group(1));
        }
        assertThat(paths).hasSizeGreaterThan(5).allSatisfy(path -> {
            Answer file = anybody.get(path, "Accept-Encoding", "gzip");
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Cache-Control")).contains("immutable");
            assertThat(file.header("Content-Encoding")).isEqualTo("gzip");
            String older = path.replaceFirst("v-[^/]+", "v-0123456789ab");
            assertThat(anybody.get(older).header("Cache-Control")).isEqualTo("no-cache");
            assertThat(anybody.get(older, "If-None-Match", anybody.get(path).header("ETag")).status()).isEqualTo(304);
        });
    }

    @Test
    void everyAddressOfAPageIsAnsweredByTheDocumentThatShowsThemAll() {
        for (String path : new String[] {"/app/members", "/app/members/", "/app/stripe/events", "/oauth/authorize?client_id=x"}) {
            Answer page = anybody.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(page.body()).contains("<c-shell>");
        }
    }

    @Test
    void whatIsNoPageSaysSoToABrowserInAPageAndToAProgramInJson() {
        Answer page = anybody.get("/app/nothing", "Accept", "text/html,*/*");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("<c-shell>");
        Errors.isError(anybody.get("/app/nothing"), 404);
        Errors.isError(anybody.get("/app/v-0123456789ab/nothing.js", "Accept", "text/html"), 404);
    }

    @Test
    void theRootAndTheFolderWithoutItsSlashLeadToTheDashboard() {
        for (String path : new String[] {"/", "/app"}) {
            Answer answer = anybody.get(path);
            assertThat(answer.status()).isIn(301, 302);
            assertThat(answer.header("Location")).endsWith("/app/");
        }
    }

    @Test
    void answersOfTheApiAreNotKeptByAnybody() {
        Answer answer = anybody.get("/api/setup");
        assertThat(expect(200, answer).path("open").asBoolean()).isFalse();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    }
}
