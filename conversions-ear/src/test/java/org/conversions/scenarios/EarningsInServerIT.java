package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.conversions.commission.PartnerEarnings;
import org.conversions.platform.id.PartnerId;
import org.conversions.report.Analytics;
import org.conversions.report.Choice;
import org.conversions.report.Figures;
import org.conversions.report.FiguresFilter;
import org.conversions.report.Period;
import org.conversions.report.Trait;
import org.conversions.report.check.Rebuilds;
import org.conversions.report.check.SelfCheck;
import org.conversions.report.total.PartnerEarningSums;
import org.conversions.server.InServer;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;

/** What partners earned is what their commissions come to, whatever became of these, and also when it is made again from them. */
class EarningsInServerIT extends InServer {

    @Inject
    private MerchantInServer merchant;
    @Inject
    private PartnerEarningSums earnings;
    @Inject
    private Analytics analytics;
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

    @Test
    void sumsAreThoseOfTheCommissions() throws Exception {
        List<StoryKind> kinds = List.of(StoryKind.REFUNDED, StoryKind.DISPUTED, StoryKind.PARTLY_FROM_CREDIT, StoryKind.RENEWED);
        List<StoryInServer> stories = merchant.stories(kinds.stream().map(kind -> Vocabulary.DUB).toList());
        for (int i = 0; i < stories.size(); i++) {
            StoryInServer story = stories.get(i);
            if (kinds.get(i).before() != StoryKind.Before.NOTHING) {
                merchant.lead(story.clickId(), story.buyer());
            }
            List<StripeEvent> events = kinds.get(i).events(story.buyer(), story.clickId());
            // Later than the click.
            Orders.told(events, IntStream.range(0, events.size()).boxed().toList(), Instant.now().plusSeconds(1))
                    .forEach(event -> merchant.tell(List.of(event)));
            assertAreThoseOfTheCommissions(story);
        }

        assertThat(check.check(Optional.of(merchant.workspaceId()), null, null).differences()).isEmpty();
        change("update commission set earnings = earnings + 5 where workspace_id = :workspace");
        assertThat(check.check(Optional.of(merchant.workspaceId()), null, null).differences()).isNotEmpty()
                .allMatch(difference -> difference.cell().cell().startsWith("commission cm_") || difference.cell().cell().startsWith("partner pn_"));
        change("update commission set earnings = earnings - 5 where workspace_id = :workspace");

        change("update statistics_partner set earnings = earnings + 5 where workspace_id = :workspace");
        change("delete from statistics_earning_cell where workspace_id = :workspace and minutes = 60");
        rebuilds.start(Optional.of(merchant.workspaceId()));
        while (rebuilds.progress().stream().anyMatch(progress -> progress.workspaceId().equals(merchant.workspaceId()))) {
            rebuilds.step();
        }
        stories.forEach(this::assertAreThoseOfTheCommissions);
    }

    private void assertAreThoseOfTheCommissions(StoryInServer story) {
        List<?> rows = database.createNativeQuery("select c.currency,"
                        + " sum(case when c.status = 'hold' then c.earnings - c.paid else 0 end),"
                        + " sum(case when c.status in ('pending', 'processed', 'paid') then c.earnings - c.paid else 0 end), sum(c.paid),"
                        + " sum(c.earnings) from commission c"
                        + " where c.workspace_id = :workspace and c.partner_id = :partner and c.mode = 'live' group by c.currency")
                .setParameter("workspace", merchant.workspaceId()).setParameter("partner", story.partnerId()).getResultList();
        assertThat(rows).isNotEmpty();
        assertThat(earnings.byState(merchant.workspaceId(), new PartnerId(story.partnerId()), Mode.LIVE)).isEqualTo(rows.stream()
                .map(Object[].class::cast).map(row -> new PartnerEarnings((String) row[0], number(row[1]), number(row[2]),
                        number(row[3]))).toList());
        long earned = rows.stream().map(Object[].class::cast).mapToLong(row -> number(row[4])).sum();
        FiguresFilter filter = new FiguresFilter(merchant.workspaceId(), Mode.LIVE,
                Map.of(Trait.PARTNER, Choice.of(story.partnerId(), true)), null, null, true);
        Period period = Period.of("7d", null, null, ZoneId.of("Asia/Kolkata"), clock.instant());
        assertThat(analytics.count(filter, period).figures().earnings()).isEqualTo(earned);
        assertThat(analytics.timeseries(filter, period).figures().values().stream().mapToLong(Figures::earnings).sum())
                .isEqualTo(earned);
    }

    private void change(String sql) throws Exception {
        transaction.begin();
        database.createNativeQuery(sql).setParameter("workspace", merchant.workspaceId()).executeUpdate();
        transaction.commit();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
