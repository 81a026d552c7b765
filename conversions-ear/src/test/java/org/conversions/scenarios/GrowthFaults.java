package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ManyRows;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A hundred thousand keys that nobody knows, a buyer with a hundred thousand invoices, a link with ten million clicks. */
@OnBothDatabases
class GrowthFaults {

    private static final int UNKNOWN_KEYS = 100_000;
    private static final int INVOICES = 100_000;
    private static final int CLICKS = Integer.getInteger("faults.clicks", 10_000_000);
    private static final int CALLERS = 8;
    private static final long MORE_MEBIBYTES_MAX = 150;
    private static final Duration REBUILD_MAX = Duration.ofHours(1);
    private static final long MONTH_DAYS = 30;
    private static final long ANSWER_MILLIS_MAX = 1_000;

    private static ConversionsServer server;
    private static Merchant merchant;

    @BeforeAll
    static void start() {
        server = ConversionsServer.started(ServerSettings.SHARED);
        merchant = Merchant.of(server);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    @DisplayName("100,000 addresses that lead nowhere: each is told so, links lead on, memory stays bounded")
    void unknownKeys() {
        Story story = merchant.story(Vocabulary.DUB);
        story.click();
        long before = server.residentMebibytes();
        AtomicInteger next = new AtomicInteger();
        Callable<Integer> caller = () -> {
            int wrong = 0;
            for (int n = next.getAndIncrement(); n < UNKNOWN_KEYS; n = next.getAndIncrement()) {
                if (!merchant.anonymous().answers("/nobody-knows-" + n, 404)) {
                    wrong++;
                }
                if (n % 1_000 == 0) {
                    story.click();
                }
            }
            return wrong;
        };
        assertThat(Merchant.together(Collections.nCopies(CALLERS, caller))).as("answered otherwise").containsOnly(0);
        assertThat(server.residentMebibytes()).isLessThan(before + MORE_MEBIBYTES_MAX);
        assertThat(story.figures().clicks()).isEqualTo(1 + UNKNOWN_KEYS / 1_000);
    }

    @Test
    @DisplayName("A buyer with 100,000 invoices pays, gets money back and is read as fast as others")
    void manyInvoices() throws SQLException {
        assumeADatabaseServer();
        Story story = merchant.story(Vocabulary.DUB);
        merchant.tell(story.customerCreated(story.click())).processed();
        merchant.tell(story.invoice(1)).processed().did("sale", "commission");
        try (Connection database = server.openDatabase()) {
            String invoice = " where invoice_id = 'in_" + story.name + "_1'";
            String sale = "'" + ManyRows.ids(database, "select id from sale" + invoice).get(0) + "'";
            String commission = "'" + ManyRows.ids(database, "select id from commission" + invoice).get(0) + "'";
            ManyRows rows = ManyRows.numbered(database, INVOICES, Duration.ofDays(MONTH_DAYS), List.of(story.linkId),
                    List.of(sale), 1);
            rows.copy("sale_entry", "m.sale_id = " + sale, "0 = 0", Map.of("id", "concat('se_', r.word)", "sale_id",
                    "concat('sale_', r.word)", "occurred_at", "r.at", "recorded_at", "r.at"));
            rows.copy("sale", "m.id = " + sale, "0 = 0", Map.of("id", "concat('sale_', r.word)", "sale_key",
                    "concat('inv_many_', r.n)", "invoice_id", "concat('in_many_', r.n)", "paid_at", "r.at", "recorded_at", "r.at"));
            rows.copy("commission_entry", "m.commission_id = " + commission, "0 = 0", Map.of("id", "concat('ce_', r.word)",
                    "commission_id", "concat('cm_', r.word)", "occurred_at", "r.at", "recorded_at", "r.at"));
            rows.copy("commission", "m.id = " + commission, "0 = 0", Map.of("id", "concat('cm_', r.word)", "commission_key",
                    "concat('sale_', r.word)", "sale_id", "concat('sale_', r.word)", "invoice_id", "concat('in_many_', r.n)",
                    "occurred_at", "r.at", "created_at", "r.at", "updated_at", "r.at"));
            rows.end();
        }
        rebuild();
        soon("a renewal", () -> merchant.tell(story.invoice(2)).processed().did("sale", "commission"));
        merchant.tell(story.invoicePayment(2)).processed();
        soon("a refund", () -> merchant.tell(story.refundOfInvoice(2, 1200)).processed());
        String buyer = story.buyer().path("id").asText();
        for (String path : List.of("/api/customers/" + buyer, "/api/customers/" + buyer + "/activity",
                "/api/sales?customerId=" + buyer, "/api/commissions?customerId=" + buyer, "/api/stripe/objects/" + story.customer)) {
            merchant.read(path);
            soon(path, () -> merchant.read(path));
        }
        assertThat(story.figures().sales()).isEqualTo(INVOICES + 2);
        assertThat(story.figures().buyers()).isEqualTo(1);
    }

    @Test
    @DisplayName("A link with 10 million clicks leads on, is read as fast as others, and its figures can be made again")
    void manyClicks() throws SQLException {
        assumeADatabaseServer();
        Story story = merchant.story(Vocabulary.DUB);
        String click = story.click();
        try (Connection database = server.openDatabase()) {
            ManyRows rows = ManyRows.numbered(database, CLICKS, Duration.ofDays(MONTH_DAYS), List.of(story.linkId),
                    List.of(click), 1);
            rows.copy("click", "m.id = '" + click + "'", "0 = 0", Map.of("id", "r.word", "clicked_at", "r.at",
                    "country", "case when mod(r.n, 3) = 0 then 'DE' else 'FR' end"));
            rows.insert("insert into link_click (link_id, uncounted, id)", "r.link, false, r.word", "0 = 0");
            rows.end();
        }
        long before = server.residentMebibytes();
        rebuild();
        soon("a click", story::click);
        assertThat(story.figures().clicks()).isEqualTo(CLICKS + 2);
        for (String path : List.of("/api/links/" + story.linkId, "/api/events?event=clicks&interval=30d&linkId=" + story.linkId,
                "/api/analytics?event=clicks&groupBy=countries&interval=30d", "/api/analytics?event=clicks&groupBy=timeseries"
                        + "&interval=30d&linkId=" + story.linkId)) {
            merchant.read(path);
            soon(path, () -> merchant.read(path));
        }
        assertThat(server.residentMebibytes()).isLessThan(before + MORE_MEBIBYTES_MAX);
    }

    private static void assumeADatabaseServer() {
        assumeTrue(TestDatabase.CURRENT != TestDatabase.EMBEDDED, "The embedded database is in the server");
    }

    private static void rebuild() {
        Api operator = server.api(ServerSettings.OPERATOR_TOKEN);
        operator.post("/api/server/rebuild", "{}").expect(202);
        await().atMost(REBUILD_MAX).pollInterval(Duration.ofSeconds(1))
                .until(() -> operator.get("/api/server/rebuild").expect(200).isEmpty());
    }

    private static void soon(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        assertThat((System.nanoTime() - start) / 1_000_000).as(what + ", in ms").isLessThan(ANSWER_MILLIS_MAX);
    }
}
