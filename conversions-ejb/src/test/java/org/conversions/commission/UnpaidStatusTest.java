package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.conversions.money.Share;
import org.junit.jupiter.api.Test;

/** What a batch lets go gets its status by a statement: it is the one that {@link Settlement} says, whatever is known of it. */
class UnpaidStatusTest {

    private static final Instant DUE = Instant.parse("2026-12-14T00:00:00Z");

    @Test
    void theStatementSaysWhatTheSettlementSays() throws SQLException {
        int cases = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:unpaid"); Statement statement = connection.createStatement()) {
            statement.execute("create table facts (manual_status varchar(16), earned bigint, earnings bigint, paid bigint,"
                    + " disputed boolean, held_for varchar(16), due_at timestamp)");
            for (CommissionStatus verdict : new CommissionStatus[] {null, CommissionStatus.FRAUD, CommissionStatus.REFUNDED}) {
                for (long earned : new long[] {0, 400, -400}) {
                    for (Share takenBack : new Share[] {Share.NONE, new Share(1, 4), Share.ALL}) {
                        for (boolean disputed : new boolean[] {false, true}) {
                            for (Hold hold : new Hold[] {null, Hold.GUARD}) {
                                for (long paid : new long[] {0, 100, 300, 500, -100}) {
                                    isAlike(statement, new Judgement(verdict, hold), new Entitlement(2_000, earned, takenBack, disputed), paid);
                                    cases++;
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(cases).isEqualTo(540);
    }

    private static void isAlike(Statement statement, Judgement judgement, Entitlement due, long paid) throws SQLException {
        Settlement settlement = Settlement.of(LedgerBalance.NEW, judgement, due);
        long earnings = settlement.missing().stream().mapToLong(Settlement.Missing::earnings).sum();
        statement.execute("delete from facts");
        statement.execute("insert into facts values (" + (judgement.verdict() == null ? "null" : '\'' + judgement.verdict().text() + '\'')
                + ", " + settlement.earned() + ", " + earnings + ", " + paid + ", " + due.disputed() + ", "
                + (judgement.hold() == null ? "null" : '\'' + judgement.hold().text() + '\'') + ", timestamp '2026-12-14 00:00:00')");
        try (ResultSet said = statement.executeQuery("select " + BatchCommissions.UNPAID_STATUS + ", "
                + BatchCommissions.UNPAID_PAYABLE.replace(":longAgo", "timestamp '1970-01-01 00:00:00'") + " from facts")) {
            assertThat(said.next()).isTrue();
            String what = judgement + ", " + due + ", paid " + paid;
            assertThat(said.getString(1)).as(what).isEqualTo(settlement.status().text());
            Instant payable = Payable.at(settlement.status(), earnings - paid, DUE);
            Timestamp column = said.getTimestamp(2);
            assertThat(column == null ? null : column.toLocalDateTime()).as(what)
                    .isEqualTo(payable == null ? null : LocalDateTime.ofInstant(payable, ZoneOffset.UTC));
        }
    }
}
