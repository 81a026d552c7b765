package org.conversions.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.conversions.address.Utm;
import org.conversions.click.Click;
import org.conversions.click.ClickTrigger;
import org.conversions.click.Clicks;
import org.conversions.click.visit.Place;
import org.conversions.click.visit.UserAgent;
import org.conversions.click.visit.VisitDetails;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.Analytics;
import org.conversions.report.Choice;
import org.conversions.report.Counted;
import org.conversions.report.Figures;
import org.conversions.report.FiguresFilter;
import org.conversions.report.Grouping;
import org.conversions.report.Period;
import org.conversions.report.Trait;
import org.conversions.report.check.Rebuilds;
import org.conversions.report.check.SelfCheck;
import org.conversions.report.total.LinkFigures;
import org.conversions.report.total.Totals;
import org.conversions.server.InServer;
import org.conversions.workspace.Mode;
import org.conversions.workspace.NewWorkspace;
import org.conversions.workspace.Workspaces;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/**
 * Each question is answered by cells, and again from the clicks, leads and sales themselves; both answers are the same,
 * whatever happened, in every time zone, before the cells know of it and afterwards.
 */
class ExactFiguresIT extends InServer {

    private static final int CLICKS = 120;
    private static final int DAYS = 4;
    /** As many at each turn, others at each run. */
    private static final int ZONES = 2;
    private static final List<String> LINKS = List.of("link_1", "link_2", "link_3");
    /** Nobody: a question that asks for buyers is not answered by cells. */
    private static final Choice NOT_NOBODY = Choice.of("cus_nobody", false);

    @Inject
    private Workspaces workspaces;
    @Inject
    private Clicks clicks;
    @Inject
    private Analytics analytics;
    @Inject
    private Totals totals;
    @Inject
    private DeltaMerge merge;
    @Inject
    private SelfCheck check;
    @Inject
    private Rebuilds rebuilds;
    @Inject
    private Clock clock;
    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Resource
    private UserTransaction transaction;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private WorkspaceId workspace;
    private final Map<LinkId, Long> clicksByLink = new TreeMap<>();
    private final Map<LinkId, Long> grossByLink = new TreeMap<>();
    private int number;

    @Test
    void cellsAndWhatIsNotInThemAreWhatHappened() throws Exception {
        transaction.begin();
        workspace = workspaces.create(new NewWorkspace("Acme", unique, null), Optional.empty()).id();
        transaction.commit();
        happens();
        assertEveryAnswerIsExact();
        happens();
        while (merge.now()) {
            // There is more.
        }
        assertEveryAnswerIsExact();
        happens();
        await().atMost(30, TimeUnit.SECONDS).until(() -> rows("statistics_click_delta") + rows("statistics_delta") == 0);
        assertEveryAnswerIsExact();
        assertThat(differences()).isEmpty();

        change("update statistics_cell set clicks = clicks + 1 where workspace_id = :workspace and trait = 'country' and minutes = 60");
        change("delete from statistics_link_cell where workspace_id = :workspace and minutes = 1440");
        assertThat(differences()).isNotEmpty();
        rebuilds.start(Optional.of(workspace));
        while (rebuilds.progress().stream().anyMatch(progress -> progress.workspaceId().equals(workspace))) {
            rebuilds.step();
        }
        assertThat(differences()).isEmpty();
        assertEveryAnswerIsExact();
    }

    private List<SelfCheck.Difference> differences() {
        return check.check(Optional.of(workspace), clock.instant().minus(DAYS + 1, ChronoUnit.DAYS), null).differences();
    }

    private void assertEveryAnswerIsExact() {
        Instant now = clock.instant();
        List<String> zones = new ArrayList<>(List.of("UTC", "Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu", "America/St_Johns"));
        Collections.shuffle(zones, random);
        for (String zone : zones.subList(0, ZONES)) {
            ZoneId id = ZoneId.of(zone);
            Instant start = now.minusSeconds(random.nextInt(DAYS * 86_400));
            for (Period period : List.of(Period.of("24h", null, null, id, now), Period.of("7d", null, null, id, now),
                    Period.of("all", null, null, id, now),
                    Period.of("24h", start, start.plusSeconds(1 + random.nextInt(200_000)), id, now))) {
                for (Map<Trait, Choice> choices : choices()) {
                    assertIsExact(choices, period);
                }
            }
        }
        Map<LinkId, LinkFigures> figures = totals.linkFigures(workspace, LINKS.stream().map(this::own).toList(), Mode.LIVE);
        figures.forEach((link, total) -> assertThat(List.of(total.clicks(), total.grossAmount())).as("%s, seed %d", link, seed)
                .isEqualTo(List.of(clicksByLink.getOrDefault(link, 0L), grossByLink.getOrDefault(link, 0L))));
    }

    private List<Map<Trait, Choice>> choices() {
        return List.of(Map.of(), Map.of(Trait.COUNTRY, Choice.of("DE", true)), Map.of(Trait.UTM_SOURCE, Choice.of("news", false)),
                Map.of(Trait.LINK, Choice.of(own("link_1").value(), true)), Map.of(Trait.CITY, Choice.of("", true)));
    }

    private void assertIsExact(Map<Trait, Choice> choices, Period period) {
        Map<Trait, Choice> raw = new EnumMap<>(Trait.class);
        raw.putAll(choices);
        raw.put(Trait.CUSTOMER, NOT_NOBODY);
        FiguresFilter cells = new FiguresFilter(workspace, Mode.LIVE, choices, null, null, false);
        FiguresFilter facts = new FiguresFilter(workspace, Mode.LIVE, raw, null, null, false);
        String what = choices.keySet() + " " + period + ", seed " + seed;
        assertThat(analytics.count(cells, period)).as(what).isEqualTo(analytics.count(facts, period));
        assertThat(analytics.timeseries(cells, period).figures()).as(what).isEqualTo(analytics.timeseries(facts, period).figures());
        for (Grouping grouping : choices.isEmpty() ? Grouping.values() : new Grouping[] {Grouping.CITIES, Grouping.TOP_LINKS}) {
            if (grouping != Grouping.COUNT && grouping != Grouping.TIMESERIES) {
                Map<List<String>, Figures> split = analytics.split(cells, period, grouping, Counted.COMPOSITE).figures();
                // What came to nothing has a cell and no fact, or the other way round.
                assertThat(withoutZeros(split)).as(grouping + " " + what)
                        .isEqualTo(withoutZeros(analytics.split(facts, period, grouping, Counted.COMPOSITE).figures()));
            }
        }
    }

    private static Map<List<String>, Figures> withoutZeros(Map<List<String>, Figures> rows) {
        Map<List<String>, Figures> some = new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        some.putAll(rows);
        some.values().removeIf(Figures.NONE::equals);
        return some;
    }

    /** Clicks, and of some of them leads, sales and refunds: the rows of each with their deltas, in one transaction. */
    private void happens() throws Exception {
        List<Click> some = new ArrayList<>();
        for (int i = 0; i < CLICKS; i++) {
            some.add(click());
        }
        clicks.store(some);
        transaction.begin();
        Deltas deltas = new Deltas();
        for (Click click : some) {
            clicksByLink.merge(click.linkId(), 1L, Long::sum);
            if (random.nextInt(3) == 0) {
                lead(deltas, click);
                sale(deltas, click);
            }
        }
        database.unwrap(Session.class).doWork(connection -> DeltaRows.write(connection, deltas, clock));
        transaction.commit();
    }

    private void lead(Deltas deltas, Click click) {
        Instant at = moment();
        insert("insert into conversion_lead (id, workspace_id, mode, customer_id, link_id, click_id, event_name, source, quantity,"
                + " occurred_at, lead_key) values (:id, :workspace, 'live', :customer, :link, :click, 'Sign up', 'api', 2, :at, :id)",
                click, at, Map.of());
        deltas.add(new Fact(workspace, Mode.LIVE, click.linkId(), click.id(), null, at, 2, 0, 0, 0, 0));
    }

    private void sale(Deltas deltas, Click click) {
        Instant at = moment();
        long amount = 100 + random.nextInt(5_000);
        String id = insert("insert into sale (id, workspace_id, mode, sale_key, customer_id, link_id, click_id, event_name, kind,"
                + " payment_processor, amount, currency, original_amount, original_currency, paid_at, recorded_at, attribution,"
                + " reported_by, taken_back, merchant_taken_back) values (:id, :workspace, 'live', :id, :customer, :link, :click,"
                + " 'Purchase', 'one-time', 'custom', :amount, 'usd', :amount, 'usd', :at, :at, '', 'merchant', '0', '0')",
                click, at, Map.of("amount", amount));
        grossByLink.merge(click.linkId(), amount, Long::sum);
        deltas.add(new Fact(workspace, Mode.LIVE, click.linkId(), click.id(), customer(click), at, 0, 1, 0, amount, 0));
        if (random.nextBoolean()) {
            Instant later = moment();
            change("insert into sale_entry (id, sale_id, workspace_id, entry_key, kind, source_id, amount, occurred_at, recorded_at,"
                    + " refunds) values ('" + id + "r', '" + id + "', :workspace, '1', 'refund', '', -40, '"
                    + UtcTime.column(later).toString().replace('T', ' ') + "', '2026-01-01 00:00:00', 1)");
            deltas.add(new Fact(workspace, Mode.LIVE, click.linkId(), click.id(), null, later, 0, 0, 1, 0, 40));
        }
    }

    private String insert(String sql, Click click, Instant at, Map<String, Object> more) {
        String id = "x" + unique + number++;
        var query = database.createNativeQuery(sql).setParameter("id", id).setParameter("workspace", workspace)
                .setParameter("customer", customer(click)).setParameter("link", click.linkId()).setParameter("click", click.id())
                .setParameter("at", UtcTime.column(at));
        more.forEach(query::setParameter);
        query.executeUpdate();
        return id;
    }

    private static CustomerId customer(Click click) {
        return new CustomerId("cus_" + click.linkId());
    }

    private Click click() {
        Instant at = moment();
        boolean known = random.nextBoolean();
        Place place = known ? new Place("DE", "DE-BE", "Town " + random.nextInt(5), "EU") : new Place(random.nextBoolean() ? "" : "US",
                "", "", "");
        return new Click(ClickId.next(at), workspace, own(LINKS.get(random.nextInt(LINKS.size()))), at,
                random.nextBoolean() ? ClickTrigger.LINK : ClickTrigger.QR,
                "https://shop.example/" + "a".repeat(random.nextInt(400)) + "?q=" + random.nextInt(3),
                new VisitDetails(place, new UserAgent(known ? "Mobile" : "", "Firefox", "Android"), known ? "news.example" : "(direct)",
                        known ? "https://news.example/" : "", "Mozilla", "192.0.2.0"),
                new Utm(known ? "news" : null, random.nextBoolean() ? "mail" : null, null, null, null), null);
    }

    private LinkId own(String link) {
        return new LinkId(link + unique);
    }

    private Instant moment() {
        return clock.instant().minusSeconds(random.nextInt(DAYS * 86_400)).truncatedTo(ChronoUnit.MILLIS);
    }

    private void change(String sql) {
        boolean own = !isActive();
        try {
            if (own) {
                transaction.begin();
            }
            database.createNativeQuery(sql).setParameter("workspace", workspace).executeUpdate();
            if (own) {
                transaction.commit();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isActive() {
        try {
            return transaction.getStatus() == Status.STATUS_ACTIVE;
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private long rows(String table) {
        return ((Number) database.createNativeQuery("select count(*) from " + table + " where workspace_id = :workspace")
                .setParameter("workspace", workspace).getSingleResult()).longValue();
    }
}
