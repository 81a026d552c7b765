package org.conversions.sample;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conversions.api.Errors;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.conversions.server.StripePayloads;
import org.conversions.server.TestWorkspace;
import org.conversions.workspace.Vocabulary;
import org.junit.jupiter.api.Test;

/** A sample is played through the server's own endpoint, also by one that is restarted meanwhile, and leaves nothing behind. */
class SamplesIT {

    /** What changes while a server runs, whatever happens in a workspace, and the record of who did what. */
    private static final Set<String> LIVING = Set.of("audit_entry", "api_key", "directory_change", "exchange_rate", "late_rate",
            "retention", "self_check", "setup_token", "statistics_merge", "stream_note", "stripe_arrival", "stripe_lane", "stripe_lane_node");

    @Test
    void aMonthIsPlayedAndTakenAway() throws SQLException {
        try (ConversionsServer server = ConversionsServer.started(ServerSettings.SHARED)) {
            TestWorkspace workspace = TestWorkspace.first(server);
            Api api = server.api(workspace.apiKey());
            Api operator = server.api(ServerSettings.OPERATOR_TOKEN);
            String ownLink = ownStory(server, workspace);
            JsonNode ownFigures = figures(api, "sandbox");
            JsonNode ownLive = figures(api, "live");
            countAgain(operator, api, ownLink);
            server.stop();
            Map<String, List<String>> before = tables(server);
            server.start();
            server.awaitReady();

            assertThat(api.get("/api/sample").expect(200).path("state").asText()).isEqualTo("none");
            Errors.isError(api.delete("/api/sample"), 404);
            api.post("/api/sample", object()).expect(202);
            Errors.isError(api.post("/api/sample", object()), 409);
            long begun = System.nanoTime();
            await().atMost(3, MINUTES).until(() -> api.get("/api/sample").json().path("done").asInt() > 200);
            server.restart();
            await().atMost(3, MINUTES).pollInterval(200, MILLISECONDS)
                    .until(() -> "done".equals(api.get("/api/sample").json().path("state").asText()));
            System.out.println("SamplesIT: played in " + (System.nanoTime() - begun) / 1_000_000 + " ms, with a restart");

            SampleMonth month = month(api, workspace);
            JsonNode figures = figures(api, "sandbox");
            assertThat(figures.path("clicks").asLong()).isEqualTo(month.clicks() + ownFigures.path("clicks").asLong());
            assertThat(figures.path("leads").asLong()).isEqualTo(month.signUps() + ownFigures.path("leads").asLong());
            assertThat(figures.path("sales").asLong()).isEqualTo(month.payments().size() + ownFigures.path("sales").asLong());
            assertThat(paid(api, ownLink)).isEqualTo(planned(month));
            assertThat(figures.path("refunds").asLong()).isEqualTo(
                    month.payments().stream().filter(payment -> payment.back() > 0).count());
            JsonNode live = figures(api, "live");
            for (String figure : List.of("leads", "sales", "saleAmount")) {
                assertThat(live.path(figure)).as("live " + figure).isEqualTo(ownLive.path(figure));
            }
            assertThat(api.get("/api/commissions?mode=sandbox").json()).isNotEmpty();
            assertThat(api.get("/api/rewards").json()).as("rewards of the program itself").isEmpty();
            assertThat(api.get("/api/stripe/events?state=waiting").json()).isEmpty();
            assertThat(api.get("/api/stripe/events?state=failed").json()).isEmpty();
            assertNothingDiffers(operator, workspace);

            api.delete("/api/sample").expect(202);
            await().atMost(3, MINUTES).pollInterval(200, MILLISECONDS)
                    .until(() -> "none".equals(api.get("/api/sample").json().path("state").asText()));
            assertNothingDiffers(operator, workspace);
            assertThat(figures(api, "sandbox")).isEqualTo(ownFigures);
            countAgain(operator, api, ownLink);
            server.stop();
            Map<String, List<String>> after = tables(server);
            assertThat(after.keySet()).isEqualTo(before.keySet());
            assertThat(before.keySet()).as("tables whose rows differ")
                    .filteredOn(table -> !after.get(table).equals(before.get(table))).isEmpty();
        }
    }

    /** What the workspace has by itself: a link, a buyer and a sale in the sandbox, and one that is live. @return the link's id */
    private static String ownStory(ConversionsServer server, TestWorkspace workspace) {
        Api api = server.api(workspace.apiKey());
        JsonNode link = api.post("/api/links", object("url", "https://shop.example/", "trackConversion", true)).expectSuccess();
        String click = server.api(workspace.publishableKey()).post("/api/track/click", object("domain", link.path("domain").asText(),
                "key", link.path("key").asText()), "User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36").expectSuccess().path("clickId").asText();
        api.post("/api/track/lead", object("clickId", click, "customerExternalId", "buyer", "eventName", "Sign up")).expectSuccess();
        api.post("/api/track/sale", object("customerExternalId", "buyer", "amount", 1_000, "invoiceId", "own")).expectSuccess();
        String secret = unique("whsec_of_an_endpoint_");
        String endpoint = URI.create(api.post("/api/stripe/connections", object("mode", "sandbox", "signingSecrets", List.of(secret)))
                .expect(201).path("endpointUrl").asText()).getPath();
        String session = unique("cs_");
        server.api(null).postStripeEvent(endpoint, StripePayloads.of("checkout.session.completed", null, StripePayloads.checkout(
                session, 2_500, "customer", unique("cus_"), "client_reference_id", "dub_id_" + click), Instant.now())
                .replace("\"livemode\":true", "\"livemode\":false"), secret).expect(200);
        await().atMost(30, SECONDS).until(() -> "processed".equals(
                api.get("/api/stripe/events?objectId=" + session).json().path(0).path("state").asText()));
        await().atMost(30, SECONDS).until(() -> figures(api, "sandbox").path("clicks").asInt() == 1);
        // Who asks for the clicks of a link has them brought to it.
        api.get("/api/events?event=clicks&interval=24h&linkId=" + link.path("id").asText()).expect(200);
        return link.path("id").asText();
    }

    /** Leaves no figures that are noted and not added up yet, and no clicks that are not brought to their link. */
    private static void countAgain(Api operator, Api api, String link) {
        api.get("/api/events?event=clicks&interval=24h&linkId=" + link).expect(200);
        operator.post("/api/server/rebuild", object()).expect(202);
        await().atMost(1, MINUTES).pollInterval(200, MILLISECONDS).until(() -> operator.get("/api/server/rebuild").expect(200).isEmpty());
    }

    private static JsonNode figures(Api api, String mode) {
        return api.get("/api/analytics?event=composite&interval=all&mode=" + mode).expect(200);
    }

    /** The plan, from what the product says of the sample. */
    private static SampleMonth month(Api api, TestWorkspace workspace) {
        Instant end = Instant.parse(api.get("/api/sample").json().path("startedAt").asText());
        return SampleMonth.of(new SampleShop(Samples.seed(new WorkspaceId(workspace.id())), "any",
                IntStream.range(0, 6).mapToObj(i -> new LinkId("link_" + i)).toList(), Vocabulary.DUB, "usd", LocalDate.EPOCH, end));
    }

    /** What was paid in each currency, and in how many sales. */
    private static Map<String, List<Long>> planned(SampleMonth month) {
        return month.payments().stream().collect(Collectors.groupingBy(SampleMonth.Payment::currency, TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), payments -> List.of((long) payments.size(),
                        payments.stream().mapToLong(SampleMonth.Payment::net).sum()))));
    }

    /** What was paid by other links than the workspace's own. */
    private static Map<String, List<Long>> paid(Api api, String ownLink) {
        Map<String, List<Long>> paid = new TreeMap<>();
        for (int page = 1; ; page++) {
            JsonNode sales = api.get("/api/sales?mode=sandbox&pageSize=100&page=" + page).expect(200);
            for (JsonNode sale : sales) {
                if (!sale.path("linkId").asText().equals(ownLink)) {
                    paid.merge(sale.path("originalCurrency").asText(), List.of(1L, sale.path("originalAmount").asLong()),
                            (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
                }
            }
            if (sales.size() < 100) {
                return paid;
            }
        }
    }

    private static void assertNothingDiffers(Api operator, TestWorkspace workspace) {
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        JsonNode check = operator.post("/api/server/self-check", object("workspaceId", workspace.id(),
                "from", today.minusDays(30).toString(), "to", today.toString())).expect(200);
        assertThat(check.path("differences")).isEmpty();
    }

    /** Every row of every table, as text. */
    private static Map<String, List<String>> tables(ConversionsServer stopped) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection database = stopped.openDatabase(); Statement statement = database.createStatement()) {
            Set<String> names = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery("select table_name from information_schema.tables where table_schema = "
                    + (database.getMetaData().getURL().startsWith("jdbc:h2") ? "'public'" : "database()"))) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (String name : names) {
                if (!LIVING.contains(name) && !name.startsWith("flyway")) {
                    tables.put(name, rows(statement, name));
                }
            }
        }
        return tables;
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select * from " + table)) {
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(rows.getMetaData().getColumnName(i)).append('=').append(rows.getString(i)).append(' ');
                }
                all.add(row.toString());
            }
        }
        all.sort(null);
        return all;
    }
}
