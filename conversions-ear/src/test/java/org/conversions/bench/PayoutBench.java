package org.conversions.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ManyRows;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * How long a batch of payouts takes, from the draft to the end, for ten thousand partners who have earned a million commissions.
 * Other numbers: the system properties {@code bench.partners} and {@code bench.commissions}.
 */
@OnBothDatabases
class PayoutBench {

    private static final int PARTNERS = Integer.getInteger("bench.partners", 10_000);
    private static final int COMMISSIONS = Integer.getInteger("bench.commissions", 1_000_000);
    private static final int EARNED = 980;
    private static final int LISTS = 20;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void paysTenThousandPartners() throws Exception {
        try (ConversionsServer server = ConversionsServer.started(ServerSettings.SHARED)) {
            Api api = server.api(ServerSettings.API_KEY);
            String model = earns(server, api);
            boolean embedded = TestDatabase.CURRENT == TestDatabase.EMBEDDED;
            if (embedded) {
                server.stop();
            }
            try (Connection database = server.openDatabase()) {
                fill(database, model);
            }
            if (embedded) {
                server.start();
            }
            measure(server.api(ServerSettings.API_KEY));
        }
    }

    private static void measure(Api api) throws Exception {
        JsonNode batch = timed("draft a batch", () -> drafted(api));
        assertThat(batch.path("payouts").asInt()).isEqualTo(PARTNERS + 1);
        assertThat(batch.path("amount").asLong()).isEqualTo((COMMISSIONS + 1L) * EARNED);
        String path = "/api/payouts/batches/" + batch.path("id").asText();
        timed("cancel it", () -> canceled(api, path));
        JsonNode next = timed("draft another", () -> drafted(api));
        assertThat(next.path("amount")).isEqualTo(batch.path("amount"));
        String confirmed = "/api/payouts/batches/" + next.path("id").asText();
        timed("confirm it", () -> api.post(confirmed + "/confirm", object()).expect(200));
        String payouts = "/api/payouts?batchId=" + next.path("id").asText();
        String first = api.get(payouts + "&sortOrder=asc").json().path(0).path("id").asText();
        timed("pay one", () -> api.patch(confirmed + "/payouts/" + first, object("status", "paid")).expect(200));
        for (String list : List.of("/api/payouts", payouts, "/api/payouts?sortBy=amount", "/api/payouts?sortBy=paidAt",
                "/api/payouts?status=processing", "/api/payouts/batches", confirmed, "/api/commissions",
                "/api/commissions?payoutId=" + first, "/api/commissions?status=processed")) {
            long start = System.nanoTime();
            for (int i = 0; i < LISTS; i++) {
                api.get(list).expect(200);
            }
            System.out.printf(Locale.ROOT, "PayoutBench: %8.1f ms for GET %s%n", (System.nanoTime() - start) / 1e6 / LISTS, list);
        }
    }

    /** The call answers after some seconds; the server goes on by itself. */
    private static JsonNode drafted(Api api) {
        String path = "/api/payouts/batches/" + api.post("/api/payouts/batches", object()).expect(201).path("id").asText();
        return await("the draft").pollInterval(POLL).atMost(PATIENCE).until(() -> api.get(path).json(),
                batch -> batch.path("status").asText().equals("draft"));
    }

    private static JsonNode canceled(Api api, String path) {
        api.post(path + "/cancel", object()).expect(200);
        return await("the end of its payouts").pollInterval(POLL).atMost(PATIENCE).until(() -> api.get(path).json(),
                batch -> batch.path("counts").path("pending").asInt() == 0);
    }

    private static JsonNode timed(String what, Callable<JsonNode> call) throws Exception {
        long start = System.nanoTime();
        JsonNode answer = call.call();
        System.out.printf(Locale.ROOT, "PayoutBench: %8.2f s to %s%n", (System.nanoTime() - start) / 1e9, what);
        return answer;
    }

    /** @return a partner who earned by one sale, of which the others are copies */
    private static String earns(ConversionsServer server, Api api) {
        api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)).expect(201);
        String partner = api.post("/api/partners", object("email", "bench@partners.example")).expect(201).path("id").asText();
        JsonNode link = api.post("/api/partners/links", object("partnerId", partner, "url", "https://shop.example/")).expect(201);
        String click = new Api(server.base(), null).get("/" + link.path("key").asText(), "User-Agent",
                "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36").header("Location").replaceAll(".*dub_id=", "");
        api.post("/api/track/lead", object("clickId", click, "eventName", "Sign up", "customerExternalId", "model")).expect(200);
        api.post("/api/track/sale", object("customerExternalId", "model", "amount", 4900, "invoiceId", "in_model")).expect(200);
        return partner;
    }

    private static void fill(Connection database, String model) throws SQLException {
        List<String> partners = IntStream.range(0, PARTNERS).mapToObj(n -> String.format(Locale.ROOT, "pn_many%06d", n)).toList();
        copyPartners(database, model, partners);
        String commission = ManyRows.ids(database, "select id from commission where invoice_id = 'in_model'").get(0);
        ManyRows rows = ManyRows.numbered(database, COMMISSIONS, MONTH, partners, partners, 1);
        rows.copy("commission", "m.id = '" + commission + "'", "0 = 0", Map.of("id", "concat('cm_', r.word)", "commission_key",
                "concat('many:', r.n)", "partner_id", "r.model", "invoice_id", "concat('in_', r.n)", "occurred_at", "r.at",
                "created_at", "r.at", "updated_at", "r.at", "due_at", "r.at", "payable_at", "r.at"));
        rows.copy("commission_entry", "m.commission_id = '" + commission + "'", "0 = 0", Map.of("id", "concat('ce_', r.word)",
                "commission_id", "concat('cm_', r.word)", "occurred_at", "r.at", "recorded_at", "r.at"));
        rows.end();
    }

    private static void copyPartners(Connection database, String model, List<String> partners) throws SQLException {
        for (String sql : List.of("insert into partner (id, workspace_id, email, name, created_at) select ?, workspace_id,"
                + " concat(?, '@many.example'), name, created_at from partner where id = ?",
                "insert into enrollment (program_id, partner_id, workspace_id, group_id, status, created_at) select program_id, ?,"
                + " workspace_id, group_id, status, created_at from enrollment where partner_id <> ? and partner_id = ?")) {
            try (PreparedStatement insert = database.prepareStatement(sql)) {
                for (String partner : partners) {
                    insert.setString(1, partner);
                    insert.setString(2, partner);
                    insert.setString(3, model);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }
}
