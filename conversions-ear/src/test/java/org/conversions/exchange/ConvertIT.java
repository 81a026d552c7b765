package org.conversions.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.conversions.money.Money;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.server.InServer;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** The rate that an amount is converted at, its cost, and the rooms that learn of new ones. */
class ConvertIT extends InServer {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 29);
    private static final Instant NOON = Instant.parse("2026-07-29T12:00:00Z");

    @Inject
    private ExchangeRates rates;
    @Inject
    private RateTable table;
    @Inject
    private HeardRates heard;
    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Resource
    private UserTransaction transaction;

    /** A workspace without rates, until a test gives it some: the bundled ones are of later days than those of the tests. */
    private final WorkspaceId workspace = new WorkspaceId("ws_" + UUID.randomUUID().toString().substring(0, 18));

    @Test
    void anAmountIsWorthWhatTheRateOfItsDaySays() {
        set("2026-07-29", "CAD", "1.37", "JPY", "158", "KWD", "0.307", "IDR", "15625");
        assertThat(converted(2055, "cad", "usd").amount()).isEqualTo(new Money(1500, "usd"));
        assertThat(converted(1580, "jpy", "usd").amount()).isEqualTo(new Money(1000, "usd"));
        assertThat(converted(5120, "kwd", "usd").amount()).isEqualTo(new Money(1668, "usd"));
        assertThat(converted(99_999_999_999L, "idr", "usd").amount()).isEqualTo(new Money(6_400_000, "usd"));
        assertThat(converted(1000, "usd", "jpy").amount()).isEqualTo(new Money(1580, "jpy"));
        assertThat(converted(1580, "jpy", "kwd").amount()).isEqualTo(new Money(3070, "kwd"));
        assertThat(converted(2055, "cad", "usd").rate()).isEqualTo(
                new AppliedRate(new BigDecimal("0.729927007299270073"), TODAY, "workspace"));
        assertThat(converted(1000, "usd", "jpy").rate().rate()).isEqualByComparingTo("158");
    }

    @Test
    void theNewestRateThatIsNotOfALaterDayHolds() {
        set("2026-07-20", "CAD", "1.30");
        set("2026-07-27", "CAD", "1.40");
        set("2026-07-30", "CAD", "1.50");
        assertThat(rates.convert(workspace, new Money(100, "cad"), "usd", Instant.parse("2026-07-19T23:59:59.999Z")))
                .isEmpty();
        for (Map.Entry<String, String> day : Map.of("2026-07-20T00:00:00Z", "2026-07-20", "2026-07-26T23:59:59.999Z", "2026-07-20",
                "2026-07-27T00:00:00Z", "2026-07-27", "2026-07-29T23:59:59.999Z", "2026-07-27",
                "2026-07-30T00:00:00Z", "2026-07-30", "2027-07-30T00:00:00Z", "2026-07-30").entrySet()) {
            assertThat(rates.convert(workspace, new Money(100, "cad"), "usd", Instant.parse(day.getKey())).orElseThrow()
                    .rate().asOf()).as(day.getKey()).isEqualTo(day.getValue());
        }
    }

    @Test
    void theOlderOfTwoDaysIsNamed() {
        set("2026-07-20", "CAD", "1.30");
        set("2026-07-27", "JPY", "158");
        assertThat(converted(100, "cad", "jpy").rate().asOf()).isEqualTo("2026-07-20");
        assertThat(converted(100, "jpy", "cad").rate().asOf()).isEqualTo("2026-07-20");
    }

    @Test
    void nothingIsGuessed() {
        set("2026-07-29", "CAD", "1.37");
        for (String currency : new String[] {"jpy", "xau", "zzz"}) {
            assertThat(rates.convert(workspace, new Money(100, currency), "usd", NOON)).as(currency).isEmpty();
            assertThat(rates.convert(workspace, new Money(100, "cad"), currency, NOON)).as(currency).isEmpty();
        }
    }

    @Test
    void theServersRatesHoldForEverybodyAndAWorkspacesForItself() {
        RateFile bundled = RateFeeds.bundled();
        Instant later = Instant.parse("2027-01-01T00:00:00Z");
        WorkspaceId other = new WorkspaceId(workspace + "_");
        Converted byTheServer = rates.convert(workspace, new Money(100_000, "cad"), "usd", later).orElseThrow();
        assertThat(byTheServer.rate().source()).isEqualTo("bundled");
        assertThat(byTheServer.rate().asOf()).isEqualTo(bundled.rates().asOf());
        assertThat(byTheServer.rate().rate()).isBetween(new BigDecimal("0.5"), new BigDecimal("1"));
        set("2026-07-29", "CAD", "1.25");
        assertThat(rates.convert(workspace, new Money(100_000, "cad"), "usd", later).orElseThrow()).isEqualTo(
                new Converted(new Money(80_000, "usd"), new AppliedRate(new BigDecimal("0.8"), TODAY, "workspace")));
        assertThat(rates.convert(other, new Money(100_000, "cad"), "usd", later)).contains(byTheServer);
        assertThat(rates.convert(workspace, new Money(100_000, "cad"), "eur", later).orElseThrow().rate().source())
                .isEqualTo("workspace, bundled");
        table.forget(workspace.value(), "cad");
        assertThat(rates.convert(workspace, new Money(100_000, "cad"), "usd", later)).contains(byTheServer);
    }

    @Test
    void aRateThatIsHeldIsNotUsed() {
        set("2026-07-28", "CAD", "1.37");
        assertThat(set("2026-07-29", "CAD", "13.7", "JPY", "158").held()).containsExactly("cad");
        assertThat(converted(2055, "cad", "usd").amount().minor()).isEqualTo(1500);
        assertThat(converted(1580, "jpy", "usd").amount().minor()).isEqualTo(1000);
        table.store(workspace.value(), rateSet("2026-07-29", "CAD", "13.7"), RateSource.WORKSPACE, true);
        assertThat(converted(2055, "cad", "usd").amount().minor()).isEqualTo(150);
        assertThat(table.held(workspace.value())).isEmpty();
    }

    @Test
    void aNewRateIsSeenAtOnceAndAKnownOneCostsNothing() {
        set("2026-07-28", "CAD", "1.37");
        assertThat(statements(day -> rates.convert(workspace, new Money(2055, "cad"), "usd", day))).isEqualTo(1);
        assertThat(statements(day -> rates.convert(workspace, new Money(5000, "cad"), "usd", day))).isZero();
        assertThat(statements(day -> rates.convert(workspace, new Money(5000, "usd"), "usd", day))).isZero();
        assertThat(statements(day -> rates.convert(workspace, new Money(1, "jpy"), "cad", day))).isEqualTo(1);
        assertThat(converted(2055, "cad", "usd").amount().minor()).isEqualTo(1500);
        set("2026-07-29", "CAD", "1.644");
        assertThat(converted(2055, "cad", "usd").amount().minor()).isEqualTo(1250);
        assertThat(converted(5000, "usd", "usd").rate())
                .isEqualTo(new AppliedRate(BigDecimal.ONE, TODAY, AppliedRate.SAME_CURRENCY));
    }

    @Test
    void whatWaitsLearnsOfWhatCanBeUsed() {
        set("2026-07-28", "CAD", "1.37");
        heard.take();
        set("2026-07-29", "CAD", "13.7", "JPY", "158", "EUR", "0.9");
        assertThat(heard.take()).containsExactly(new RatesArrived(workspace.value(), TODAY, Set.of("jpy", "eur")));
        set("2026-07-29", "CAD", "13.7", "JPY", "158", "EUR", "0.9");
        assertThat(heard.take()).as("the same again").isEmpty();
        set("2026-07-29", "CAD", "1.38", "JPY", "158", "EUR", "0.91");
        assertThat(heard.take()).as("two of three").containsExactly(new RatesArrived(workspace.value(), TODAY, Set.of("cad", "eur")));
    }

    @Test
    void aSetThatIsRolledBackNeverWas() throws Exception {
        set("2026-07-28", "CAD", "1.37");
        transaction.begin();
        set("2026-07-29", "CAD", "1.644");
        transaction.rollback();
        assertThat(converted(2055, "cad", "usd").amount().minor()).isEqualTo(1500);
    }

    @Test
    void whatIsBeyond64BitsIsNoNumber() {
        set("2026-07-29", "EUR", "0.9");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> rates.convert(workspace, new Money(Long.MAX_VALUE, "eur"), "usd", NOON));
    }

    private Converted converted(long amount, String currency, String target) {
        return rates.convert(workspace, new Money(amount, currency), target, NOON).orElseThrow();
    }

    private RateTable.Stored set(String asOf, String... rates) {
        return table.store(workspace.value(), rateSet(asOf, rates), RateSource.WORKSPACE, false);
    }

    private static RateSet rateSet(String asOf, String... rates) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < rates.length; i += 2) {
            map.put(rates[i], rates[i + 1]);
        }
        return RateSet.of("USD", LocalDate.parse(asOf), LocalDate.of(2026, 8, 1), map);
    }

    /** @return the fewest statements in which it was done on one of several days: others may be at work meanwhile */
    private long statements(Consumer<Instant> work) {
        Statistics statistics = database.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        long fewest = Long.MAX_VALUE;
        for (int day = 0; day < 5; day++) {
            long before = statistics.getPrepareStatementCount();
            work.accept(NOON.plus(day, ChronoUnit.DAYS));
            fewest = Math.min(fewest, statistics.getPrepareStatementCount() - before);
        }
        return fewest;
    }
}
