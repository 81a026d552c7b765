package org.conversions.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two connections of one account knew of Stripe's ids is known to their workspace, and nothing is lost. */
class StripeIdsMigrationTest {

    private static final String URL = System.getProperty("migration.url",
            "jdbc:h2:mem:stripe-ids;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1");
    private static final String USER = System.getProperty("migration.user", "sa");
    private static final String TABLE = URL.startsWith("jdbc:h2") ? ""
            : "engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin";

    private Connection database;

    @BeforeEach
    void migrateToWhatWas() throws SQLException {
        migrate("14");
        database = DriverManager.getConnection(URL, USER, "");
        run("insert into workspace (id, name, slug, vocabulary, currency, attribution_model, attribution_window_days,"
                + " timezone, created_at) values ('ws_1', 'A', 'a', 'dub', 'usd', 'last-click', 90, 'UTC', '2026-01-01'),"
                + " ('ws_2', 'B', 'b', 'dub', 'usd', 'last-click', 90, 'UTC', '2026-01-02')");
        for (String connection : List.of("'sc_old', 'ws_1', 'live', 'acct_1', 'a', null",
                "'sc_new', 'ws_1', 'live', 'acct_1', 'b', true", "'sc_test', 'ws_1', 'test', 'acct_1', 'c', true",
                "'sc_other', 'ws_2', 'live', 'acct_2', 'd', true")) {
            run("insert into stripe_connection (id, workspace_id, mode, account_id, token_hash, live, token_hint,"
                    + " signing_secrets, created_at) values (" + connection + ", '', '', '2026-01-01')");
        }
    }

    @AfterEach
    void close() throws SQLException {
        if (TABLE.isEmpty()) {
            run("shutdown");
        }
        database.close();
    }

    @Test
    void aStripeCustomerIsTheBuyerThatWasToldLast() throws SQLException {
        customer("cus_a", "ws_1", "live");
        customer("cus_b", "ws_1", "live");
        customer("cus_t", "ws_1", "test");
        customer("cus_o", "ws_2", "live");
        known("'sc_old', 'cus_1', 'cus_a', '2026-01-01'");
        known("'sc_new', 'cus_1', 'cus_b', '2026-02-01'");
        known("'ws_1/live', 'cus_1', 'cus_b', null");
        known("'ws_1/live', 'cus_2', 'cus_a', '2026-01-01'");
        known("'sc_test', 'cus_1', 'cus_t', '2026-01-01'");
        known("'sc_other', 'cus_1', 'cus_o', '2026-01-01'");

        migrate("16");

        assertThat(rows("select workspace_id, mode, stripe_customer_id, customer_id from stripe_customer"
                + " order by workspace_id, mode, stripe_customer_id")).containsExactly("ws_1 live cus_1 cus_b",
                "ws_1 live cus_2 cus_a", "ws_1 test cus_1 cus_t", "ws_2 live cus_1 cus_o");
    }

    @Test
    void aPaymentPaidForEverySaleThatAnyConnectionKnewAndForTheLargestPart() throws SQLException {
        run("insert into stripe_payment (connection_id, payment_id, sale_key, amount) values ('sc_old', 'pi_1', 'in_1', null),"
                + " ('sc_new', 'pi_1', 'in_1', 500), ('sc_old', 'pi_1', 'in_2', 100), ('sc_other', 'pi_1', 'in_9', null)");

        migrate("16");

        assertThat(rows("select workspace_id, payment_id, sale_key, amount from stripe_payment"
                + " order by workspace_id, sale_key")).containsExactly("ws_1 pi_1 in_1 500", "ws_1 pi_1 in_2 100",
                "ws_2 pi_1 in_9 null");
    }

    @Test
    void ofADisputeTheNewestStatusStandsWithEveryNameOfItsPayment() throws SQLException {
        run("insert into stripe_refund (connection_id, kind, object_id, charge_id, payment_intent_id, sale_key, amount,"
                + " status, status_rank, told_at) values"
                + " ('sc_old', 'dispute', 'dp_1', 'ch_1', null, null, 100, 'needs_response', 0, '2026-01-01'),"
                + " ('sc_new', 'dispute', 'dp_1', null, 'pi_1', null, 100, 'won', 2, '2026-02-01'),"
                + " ('sc_old', 'refund', 'dp_1', 'ch_1', null, null, 50, 'succeeded', 1, '2026-01-01')");

        migrate("16");

        assertThat(rows("select kind, object_id, charge_id, payment_intent_id, status from stripe_refund order by kind"))
                .containsExactly("dispute dp_1 ch_1 pi_1 won", "refund dp_1 ch_1 null succeeded");
    }

    @Test
    void aSubscriptionThatWasPaidOrEndedAnywhereIsAndItsNewestStatusStands() throws SQLException {
        run("insert into stripe_subscription (connection_id, subscription_id, stripe_customer_id, ended_at, paid, status,"
                + " status_at) values ('sc_old', 'sub_1', 'cus_1', null, true, 'active', '2026-01-01'),"
                + " ('sc_new', 'sub_1', 'cus_1', '2026-03-01 00:00:00', false, 'canceled', '2026-03-01'),"
                + " ('sc_old', 'sub_2', 'cus_1', null, false, null, null)");

        migrate("16");

        assertThat(rows("select subscription_id, case when paid then 'paid' else 'unpaid' end, status,"
                + " case when ended_at is null then 'runs' else 'ended' end from stripe_subscription"
                + " order by subscription_id")).containsExactly("sub_1 paid canceled ended", "sub_2 unpaid null runs");
    }

    @Test
    void whatCameForAnAccountThatNobodyHadWaitsForItAndTheFirstWorkspacesAccountsAreTheOperators() throws SQLException {
        event("evt_0", "null", "'acct_9'", "'ignored'", "'unknown_account'");
        event("evt_1", "null", "'acct_9'", "'ignored'", "'unknown_account'");
        run("update stripe_event set received_at = current_timestamp(3) where id = 'evt_1'");
        event("evt_2", "null", "''", "'ignored'", "'unknown_account'");
        event("evt_3", "'ws_1'", "'acct_1'", "'failed'", "'handler_failed'");

        migrate("16");

        assertThat(rows("select id, state, waiting_for, failures from stripe_event order by id")).containsExactly(
                "evt_0 ignored null 0", "evt_1 waiting account:acct_9:live 0", "evt_2 ignored null 0", "evt_3 failed null 8");
        assertThat(rows("select id, proof, case when ended_at is null then 'live' else 'over' end from stripe_connection"
                + " order by id")).containsExactly("sc_new operator live", "sc_old operator over", "sc_other null live",
                "sc_test operator live");
    }

    private void event(String id, String workspace, String account, String state, String reason) throws SQLException {
        run("insert into stripe_event (id, source, account_id, stripe_event_id, workspace_id, mode, type, occurred_at,"
                + " received_at, deliveries, payload, state, reason, attempts) values ('" + id + "', 'live', " + account
                + ", '" + id + "', " + workspace + ", 'live', 'invoice.paid', '2026-01-01', '2026-01-01', 1, X'00', " + state
                + ", " + reason + ", 1)");
    }

    private void customer(String id, String workspace, String mode) throws SQLException {
        run("insert into customer (id, workspace_id, mode, external_id, provisional, created_at) values ('" + id + "', '"
                + workspace + "', '" + mode + "', '" + id + "', false, '2026-01-01')");
    }

    private void known(String values) throws SQLException {
        run("insert into stripe_customer (connection_id, stripe_customer_id, customer_id, told_at) values (" + values + ")");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                found.add(String.join(" ", row.stream().map(String::valueOf).toList()));
            }
        }
        return found;
    }

    private static void migrate(String version) {
        if (version.equals("14") && !TABLE.isEmpty()) {
            Flyway.configure().dataSource(URL, USER, "").cleanDisabled(false).load().clean();
        }
        Flyway.configure().dataSource(URL, USER, "").locations("classpath:db/migration")
                .placeholders(Map.of("table", TABLE)).target(version).load().migrate();
    }
}
