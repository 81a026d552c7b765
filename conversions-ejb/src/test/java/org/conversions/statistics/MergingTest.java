package org.conversions.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.conversions.click.Click;
import org.conversions.click.LinkClicks;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.ClickId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The merge on a database in memory, cut off and met by others. */
class MergingTest {

    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String SUMS = "sum(clicks), sum(leads), sum(sales), sum(refunds), sum(gross_amount), sum(refunded_amount)";

    private final String url = "jdbc:h2:mem:" + Long.toHexString(ThreadLocalRandom.current().nextLong())
            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=200";
    private final Happenings history = new Happenings(new Random(ThreadLocalRandom.current().nextInt()), 80);
    private Connection connection;

    @BeforeEach
    void createTheTables() throws SQLException, IOException {
        connection = connect();
        for (String statement : Files.readString(Path.of("src/main/resources/db/migration/V1__schema.sql"))
                .replace("${table}", "").split(";\n")) {
            if (statement.contains("statistics_") || statement.contains("create table click ") || statement.contains("create table link_click")) {
                execute(statement);
            }
        }
        connection.commit();
    }

    @AfterEach
    void dropThem() throws SQLException {
        connection.rollback();
        execute("shutdown");
    }

    @RepeatedTest(5)
    void cellsAndTotalsAreTheSumsOfWhatHappened() throws SQLException {
        store(history);
        assertThat(merging(connection).merge()).isFalse();
        connection.commit();
        assertEverythingIsThereOnce();
        assertThat(merging(connection).isNothingThere()).isTrue();
    }

    /** The connection breaks before each of the statements in turn, until none is left to break. */
    @Test
    void aMergeThatIsCutOffAnywhereCountsOnceInTheEnd() throws SQLException {
        store(history);
        for (int statement = 1; ; statement++) {
            try {
                merging(breaking(connection, statement)).merge();
                connection.commit();
                break;
            } catch (SQLException broken) {
                assertThat(broken.getMessage()).isEqualTo("cut off");
                connection.rollback();
                assertThat(query("select count(*) from statistics_cell")).isEqualTo("0");
            }
            assertThat(statement).isLessThan(50);
        }
        assertEverythingIsThereOnce();
    }

    @Test
    void twoNodesNeverMergeAtOnceAndTheLeaseOfOneThatIsGoneRunsOut() throws SQLException {
        store(history);
        try (Connection other = connect()) {
            assertThat(merging(connection, NOW).isTurnOf("one")).isTrue();
            assertThat(merging(other, NOW).isTurnOf("two")).as("while the row is locked").isFalse();
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> merging(other).lock());
            connection.commit();
            assertThat(merging(other, NOW.plus(Merging.LEASE).minusMillis(1)).isTurnOf("two")).as("while it is leased").isFalse();
            other.rollback();
            assertThat(merging(connection, NOW.plusSeconds(1)).isTurnOf("one")).as("goes on").isTrue();
            connection.rollback();
            assertThat(merging(other, NOW.plus(Merging.LEASE)).isTurnOf("two")).as("when it ran out").isTrue();
            other.commit();
            assertThat(merging(connection, NOW.plus(Merging.LEASE).plusSeconds(1)).isTurnOf("one")).isFalse();
        }
    }

    @Test
    void whatIsNotedMeanwhileIsLeftForTheNextMerge() throws SQLException {
        store(history);
        Happenings more = new Happenings(new Random(1), 10);
        try (Connection other = connect()) {
            merging(beforeDeletion(connection, () -> store(other, more))).merge();
            connection.commit();
        }
        history.clicks.putAll(more.clicks);
        history.facts.addAll(more.facts);
        assertThat(merging(connection).isNothingThere()).isFalse();
        merging(connection).merge();
        assertEverythingIsThereOnce();
    }

    @Test
    void clicksComeToTheirLinksWhenTheyHaveBeenNotedForAMinute() throws SQLException {
        store(history);
        merging(connection).merge();
        String noted = "select count(*) from link_click";
        merging(connection, NOW.plusSeconds(59)).bringDueToLinks();
        assertThat(merging(connection, NOW.plusSeconds(59)).isNothingThere()).isTrue();
        assertThat(query(noted)).isEqualTo("0");

        assertThat(merging(connection, NOW.plusSeconds(60)).isNothingThere()).isFalse();
        merging(connection, NOW.plusSeconds(60)).bringDueToLinks();
        assertThat(query(noted)).isEqualTo(String.valueOf(history.clicks.size()));
        assertThat(query("select count(*) from link_click_delta")).isEqualTo("0");
        for (Click click : history.clicks.values()) {
            assertThat(query("select count(*) from link_click where link_id = '" + click.linkId() + "' and uncounted = false and id = '"
                    + click.id() + "'")).isEqualTo("1");
        }
    }

    @Test
    void ofTwoWhoBringClicksToTheirLinksOneWaits() throws SQLException {
        store(history);
        merging(connection).merge();
        connection.commit();
        LinkClicks.bring(connection);
        try (Connection other = connect()) {
            assertThatExceptionOfType(SQLException.class).as("while the first is at it").isThrownBy(() -> LinkClicks.bring(other));
            other.rollback();
            connection.commit();
            LinkClicks.bring(other);
            other.commit();
        }
        assertThat(query("select count(*) from link_click")).isEqualTo(String.valueOf(history.clicks.size()));
    }

    @Test
    void clicksComeToTheirLinksAtOnceWhenThereAreMany() throws SQLException {
        for (int merge = 0; merge < 80; merge++) {
            assertThat(LinkClicks.isDue(connection, NOW)).isFalse();
            Click click = Happenings.click("ws_1", "link_1", NOW, "Berlin");
            store(Map.of(click.id(), click), List.of());
            merging(connection).merge();
        }
        assertThat(LinkClicks.isDue(connection, NOW)).isTrue();
    }

    @Test
    void onlySoManyValuesOfADayHaveCells() throws SQLException {
        Instant day = Instant.parse("2026-07-29T00:00:00Z");
        for (String city : List.of("A", "B", "C", "A", "D", "B")) {
            Click click = Happenings.click("ws_1", "link_1", day.plus(Duration.ofHours(history.clicks.size() % 20)), city);
            store(Map.of(click.id(), click), List.of());
            new Merging(connection, 2, NOW).merge();
            connection.commit();
        }
        assertThat(query("select sum(clicks) from statistics_cell where trait = 'city' and minutes = 1440")).isEqualTo("4");
        assertThat(query("select sum(clicks) from statistics_cell where trait = 'city' and minutes = 60")).isEqualTo("4");
        assertThat(query("select sum(clicks) from statistics_cell where trait = 'country' and minutes = 60")).isEqualTo("6");
        assertThat(query("select trait, day_at from statistics_full_day where trait <> 'url'")).isEqualTo("city 2026-07-29 00:00:00");
    }

    private void assertEverythingIsThereOnce() throws SQLException {
        Map<String, long[]> expected = new TreeMap<>();
        history.clicks.values().forEach(click -> expected.computeIfAbsent(click.workspaceId().value(), id -> new long[6])[0]++);
        history.facts.forEach(fact -> {
            long[] sums = expected.computeIfAbsent(fact.workspaceId().value(), id -> new long[6]);
            sums[1] += fact.leads();
            sums[2] += fact.sales();
            sums[3] += fact.refunds();
            sums[4] += fact.grossAmount();
            sums[5] += fact.refundedAmount();
        });
        for (Map.Entry<String, long[]> workspace : expected.entrySet()) {
            List<String> words = new ArrayList<>();
            for (long sum : workspace.getValue()) {
                words.add(String.valueOf(sum));
            }
            String sums = String.join(" ", words);
            String of = " where workspace_id = '" + workspace.getKey() + "'";
            for (CellTrait trait : CellTrait.values()) {
                for (int minutes : trait.widths()) {
                    assertThat(query("select " + SUMS + " from statistics_cell" + of + " and trait = '" + trait.text()
                            + "' and minutes = " + minutes)).as(trait + " " + minutes).isEqualTo(sums);
                }
            }
            assertThat(query("select " + SUMS + " from statistics_link_cell" + of + " and minutes = 60")).isEqualTo(sums);
            assertThat(query("select " + SUMS + " from statistics_link" + of)).isEqualTo(sums);
        }
        LinkClicks.bring(connection);
        assertThat(query("select count(*) from link_click where uncounted = false")).isEqualTo(String.valueOf(history.clicks.size()));
        Map<List<String>, Long> bought = new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        history.facts.stream().filter(fact -> fact.customerId() != null).forEach(fact -> bought.merge(
                List.of(fact.customerId().value(), fact.linkId().value(), fact.workspaceId().value()), fact.sales(), Long::sum));
        assertThat(query("select sum(sales) from statistics_buyer")).isEqualTo(
                String.valueOf(bought.values().stream().mapToLong(Long::longValue).sum()));
        assertThat(query("select (select sum(conversions) from statistics_link)"
                + " - (select count(*) from statistics_buyer where sales > 0)")).isEqualTo("0");
    }

    private Merging merging(Connection with) {
        return merging(with, NOW);
    }

    private static Merging merging(Connection with, Instant now) {
        return new Merging(with, FullDays.VALUES_MAX, now);
    }

    private void store(Happenings happenings) throws SQLException {
        store(happenings.clicks, happenings.facts);
    }

    private void store(Map<ClickId, Click> clicks, List<Fact> facts) throws SQLException {
        store(connection, clicks, facts);
    }

    private static void store(Connection with, Happenings happenings) throws SQLException {
        store(with, happenings.clicks, happenings.facts);
    }

    private static void store(Connection with, Map<ClickId, Click> clicks, List<Fact> facts) throws SQLException {
        try (PreparedStatement insert = with.prepareStatement("insert into click (id, workspace_id, link_id, clicked_at, cause,"
                + " url, country, region, city, continent, device, browser, os, referer, referer_url, user_agent, ip, utm_source)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Click click : clicks.values()) {
                DeltaRows.add(insert, click.id(), click.workspaceId().value(), click.linkId(), UtcTime.column(click.clickedAt()),
                        "link", click.url(), "DE", "DE-BE", click.details().place().city(), "EU", "Mobile", "Firefox", "Android",
                        "news.example", "https://news.example/", "Mozilla", "192.0.2.0", "news");
            }
            insert.executeBatch();
        }
        Deltas deltas = new Deltas();
        clicks.values().forEach(deltas::add);
        facts.forEach(deltas::add);
        DeltaRows.write(with, deltas, CLOCK);
        with.commit();
    }

    /** Does something of its own. */
    private interface Interruption {
        void run() throws SQLException;
    }

    /** @return the same connection, until a statement is prepared for the so-manieth time */
    private static Connection breaking(Connection whole, int at) {
        AtomicInteger count = new AtomicInteger();
        return interrupted(whole, sql -> count.incrementAndGet() == at, () -> {
            throw new SQLException("cut off");
        });
    }

    private static Connection beforeDeletion(Connection whole, Interruption interruption) {
        return interrupted(whole, sql -> sql.startsWith("delete from statistics_click_delta"), interruption);
    }

    private static Connection interrupted(Connection whole, Predicate<String> when, Interruption interruption) {
        return (Connection) Proxy.newProxyInstance(MergingTest.class.getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && when.test((String) arguments[0])) {
                        interruption.run();
                    }
                    try {
                        return method.invoke(whole, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Connection connect() throws SQLException {
        Connection connected = DriverManager.getConnection(url);
        connected.setAutoCommit(false);
        connected.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connected;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** @return the columns of the first row */
    private String query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(String.valueOf(row.getObject(i) instanceof Timestamp time
                        ? time.toLocalDateTime().toString().replace('T', ' ') + ":00" : row.getObject(i)));
            }
            return String.join(" ", columns);
        }
    }
}
