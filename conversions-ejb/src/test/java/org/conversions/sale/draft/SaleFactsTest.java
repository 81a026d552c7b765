package org.conversions.sale.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conversions.money.Money;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.ConnectionId;
import org.conversions.sale.draft.SaleDraft.Marks;
import org.conversions.sale.draft.SaleDraft.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts of a purchase, gathered from reports that come in any order. */
class SaleFactsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String INVOICE = "in_1";

    @Property
    void theSameReportsInAnyOrderGiveTheSameFacts(@ForAll("reports") List<SaleDraft> reports, @ForAll Random random) {
        List<SaleDraft> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, random);
        assertThat(learned(shuffled)).isEqualTo(learned(reports));
    }

    @Property
    void aReportThatComesAgainChangesNothing(@ForAll("reports") List<SaleDraft> reports) {
        SaleFacts facts = learned(reports);
        assertThat(reports).allSatisfy(again -> assertThat(facts.with(again)).isEqualTo(facts));
    }

    @Property
    void aWeakerSourceNeverOverridesAStrongerOne(@ForAll("reports") List<SaleDraft> reports) {
        SaleFacts facts = learned(reports);
        assertThat(reports).allSatisfy(draft -> {
            assertThat(draft.report().source()).isLessThanOrEqualTo(facts.report().source());
            if (draft.report().source() == facts.report().source()) {
                assertThat(draft.report().paidAt()).isAfterOrEqualTo(facts.report().paidAt());
            }
        });
    }

    @Property
    void aPageAddsNothingToASaleThatIsKnown(@ForAll("reports") List<SaleDraft> reports) {
        SaleFacts facts = learned(reports);
        SaleDraft page = new SaleDraft(null, INVOICE, report(SaleSource.PAGE, SaleKind.ONE_TIME, 1, NOON.minusSeconds(60)),
                new Marks(new ConnectionId("conn_2"), "in_2", new ClickId("click_of_page"), "Bought by a page", new Money(5, "eur"), "{}"));
        assertThat(facts.with(page)).isSameAs(facts);
    }

    @Test
    void theClickThatAPageNamesIsNotThePurchasesOwn() {
        SaleDraft page = clicked(SaleSource.PAGE, "click_of_page");
        SaleDraft merchants = clicked(SaleSource.MERCHANT, "click_of_merchant");
        assertThat(SaleFacts.of(page).ownClickId()).isNull();
        assertThat(SaleFacts.of(page).with(merchants).ownClickId()).isEqualTo(new ClickId("click_of_merchant"));
        assertThat(SaleFacts.of(merchants).with(page).ownClickId()).isEqualTo(new ClickId("click_of_merchant"));
    }

    @ParameterizedTest
    @CsvSource({"PAGE, MERCHANT, 0, true", "MERCHANT, CHECKOUT, 60, true", "CHECKOUT, INVOICE, 60, true",
            "INVOICE, CHECKOUT, -60, false", "CHECKOUT, MERCHANT, -60, false", "INVOICE, INVOICE, -1, true",
            "INVOICE, INVOICE, 0, false", "INVOICE, INVOICE, 1, false"})
    void aReportIsBetterByItsSourceAndThenByItsTime(SaleSource known, SaleSource next, long secondsLater, boolean better) {
        assertThat(report(next, SaleKind.FIRST, 1, NOON.plusSeconds(secondsLater))
                .isBetterThan(report(known, SaleKind.FIRST, 1, NOON))).isEqualTo(better);
    }

    @ParameterizedTest
    @CsvSource({", Subscription creation", "Bought a hat, Bought a hat", "Purchase, Subscription creation"})
    void aSaleHasTheNameOfItsKindUnlessTheMerchantGivesItAnother(String reported, String name) {
        SaleDraft merchants = named(SaleSource.MERCHANT, SaleKind.ONE_TIME, reported);
        SaleDraft stripes = named(SaleSource.CHECKOUT, SaleKind.FIRST, null);
        assertThat(SaleFacts.of(merchants).with(stripes).marks().eventName()).isEqualTo(name);
        assertThat(SaleFacts.of(stripes).with(merchants).marks().eventName()).isEqualTo(name);
    }

    @Test
    void ofAPagesNameAndMetadataNothingStaysOnceAnotherReportsTheSale() {
        SaleDraft page = new SaleDraft(null, INVOICE, report(SaleSource.PAGE, SaleKind.ONE_TIME, 1, NOON),
                new Marks(null, INVOICE, null, "Bought by a page", null, "{\"a\":1}"));
        assertThat(SaleFacts.of(page).marks()).extracting(Marks::eventName, Marks::metadata)
                .containsExactly("Bought by a page", "{\"a\":1}");
        assertThat(SaleFacts.of(page).with(named(SaleSource.CHECKOUT, SaleKind.FIRST, null)).marks())
                .isEqualTo(new Marks(null, INVOICE, null, "Subscription creation", null, null));
    }

    @Test
    void theClickThatWasNamedAtStripeComesBeforeTheMerchants() {
        SaleDraft merchants = clicked(SaleSource.MERCHANT, "click_m");
        SaleDraft stripes = clicked(SaleSource.CHECKOUT, "click_s");
        assertThat(SaleFacts.of(merchants).ownClickId()).isEqualTo(new ClickId("click_m"));
        assertThat(SaleFacts.of(merchants).with(stripes).ownClickId()).isEqualTo(new ClickId("click_s"));
        assertThat(SaleFacts.of(stripes).with(merchants).ownClickId()).isEqualTo(new ClickId("click_s"));
    }

    @Test
    void ofTwoCodesTheOneThatWasMadeFirstStays() {
        SaleDraft later = coded("dcode_2");
        SaleDraft earlier = coded("dcode_1");
        assertThat(SaleFacts.of(later).with(earlier).marks().codeId()).isEqualTo("dcode_1");
        assertThat(SaleFacts.of(earlier).with(later).marks().codeId()).isEqualTo("dcode_1");
        assertThat(SaleFacts.of(coded(null)).with(later).with(coded(null)).marks().codeId()).isEqualTo("dcode_2");
    }

    private static SaleDraft coded(String codeId) {
        return new SaleDraft(null, INVOICE, report(SaleSource.CHECKOUT, SaleKind.FIRST, 1, NOON),
                new Marks(null, null, null, null, null, null, codeId));
    }

    @Test
    void theFirstOfAMarkStays() {
        SaleFacts facts = SaleFacts.of(new SaleDraft(null, INVOICE, report(SaleSource.CHECKOUT, SaleKind.FIRST, 1, NOON),
                new Marks(new ConnectionId("conn_1"), null, null, null, null, null)));
        assertThat(facts.with(new SaleDraft(null, INVOICE, report(SaleSource.INVOICE, SaleKind.FIRST, 1, NOON),
                new Marks(new ConnectionId("conn_2"), INVOICE, null, null, new Money(7, "eur"), null))).marks())
                .isEqualTo(new Marks(new ConnectionId("conn_1"), INVOICE, null, "Subscription creation", new Money(7, "eur"), null));
    }

    /** The reports of one purchase: those of a source agree in all but the time and the amount. A page reports it once. */
    @Provide
    Arbitrary<List<SaleDraft>> reports() {
        return Combinators.combine(Arbitraries.of(SaleSource.values()), Arbitraries.of(SaleKind.values()),
                        Arbitraries.longs().between(1, 1_000_000)).as(SaleFactsTest::ofPurchase)
                .list().ofMinSize(1).ofMaxSize(8).uniqueElements(draft -> draft.report().source() == SaleSource.PAGE
                        ? SaleSource.PAGE : List.of(draft.report().source(), draft.report().paidAt()));
    }

    /** The amount says the time, so that reports of one source and time are one. */
    private static SaleDraft ofPurchase(SaleSource source, SaleKind kind, long amount) {
        boolean stripes = source.compareTo(SaleSource.MERCHANT) > 0;
        return new SaleDraft(null, INVOICE, report(source, kind, amount, NOON.plusSeconds(amount)),
                new Marks(stripes ? new ConnectionId("conn_1") : null, INVOICE, switch (source) {
                    case PAGE -> null;
                    case SUBMITTED, MERCHANT -> new ClickId("click_m");
                    case CHECKOUT, INVOICE -> new ClickId("click_s");
                }, source.isOfMerchant() ? "Bought a hat" : null, stripes ? new Money(9, "eur") : null,
                        source.isOfMerchant() ? "{\"hat\":1}" : null));
    }

    private static SaleDraft named(SaleSource source, SaleKind kind, String eventName) {
        return new SaleDraft(null, INVOICE, report(source, kind, 1, NOON), new Marks(null, INVOICE, null, eventName, null, null));
    }

    private static SaleDraft clicked(SaleSource source, String clickId) {
        return new SaleDraft(null, INVOICE, report(source, SaleKind.ONE_TIME, 1, NOON),
                new Marks(null, INVOICE, new ClickId(clickId), null, null, null));
    }

    private static Report report(SaleSource source, SaleKind kind, long amount, Instant paidAt) {
        return new Report(source, kind, "stripe", new Money(amount, "usd"), amount, paidAt);
    }

    private static SaleFacts learned(List<SaleDraft> reports) {
        SaleFacts facts = SaleFacts.of(reports.get(0));
        for (SaleDraft next : reports.subList(1, reports.size())) {
            facts = facts.with(next);
        }
        return facts;
    }
}
