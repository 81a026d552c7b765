package org.conversions.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conversions.click.Click;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

    private static final Instant TEN = Instant.parse("2026-07-29T10:07:00Z");

    @Test
    void aClickIsInACellOfEachTraitAndWidth() {
        Click click = Happenings.click("ws_1", "link_1", TEN, "Berlin");
        Cells cells = new Cells();
        cells.add(click);
        assertThat(cells.traits()).hasSize(3 + 2 * (CellTrait.values().length - 1));
        assertThat(cells.traits().get(key(CellTrait.WORKSPACE, CellTrait.QUARTER, "2026-07-29T10:00:00Z", "")).clicks).isEqualTo(1);
        assertThat(cells.traits().get(key(CellTrait.COUNTRY, CellTrait.DAY, "2026-07-29T00:00:00Z", "DE")).clicks).isEqualTo(1);
        assertThat(cells.traits()).containsKey(key(CellTrait.CITY, CellTrait.HOUR, "2026-07-29T10:00:00Z",
                "DEDE-BE" + " ".repeat(15) + "Berlin"));
        assertThat(cells.traits()).containsKey(key(CellTrait.UTM_MEDIUM, CellTrait.DAY, "2026-07-29T00:00:00Z", CellValue.NONE));
        assertThat(cells.links).hasSize(2);
        assertThat(cells.texts).isEmpty();
    }

    @Test
    void whatGoesBackToAClickThatIsNotKnownHasNoTraits() {
        Cells cells = new Cells();
        cells.add(new Fact(new WorkspaceId("ws_1"), Mode.LIVE, new LinkId("link_1"), new ClickId("0123456789abcdef"), new CustomerId("cus_1"), TEN, 0, 1, 0, 500, 0), null);
        assertThat(cells.traits().keySet()).filteredOn(key -> key.trait() != CellTrait.WORKSPACE)
                .allMatch(key -> key.value().equals(CellValue.NONE));
        assertThat(cells.links.values()).allMatch(sums -> sums.grossAmount == 500);
    }

    @Test
    void aLongValueIsKeptBesideItsCell() {
        Click click = Happenings.click("ws_1", "link_1", TEN, "long");
        CellValue url = CellValue.of(CellTrait.URL, Happenings.click("ws_1", "link_1", TEN, "odd"));
        assertThat(url.key()).hasSize(65).startsWith("\u0002");
        assertThat(url.text()).startsWith("https://shop.example/?oddodd");
        assertThat(CellValue.of(CellTrait.URL, click)).isEqualTo(new CellValue(click.url(), null));
    }

    /** The order does not matter, nor how many transactions it was, and the widths agree. */
    @Property(tries = 100)
    void cellsAreTheSumsOfWhatHappened(@ForAll Random random) {
        Happenings history = new Happenings(random, 60);
        Cells together = new Cells();
        Cells shuffled = new Cells();
        history.clicks.values().forEach(together::add);
        history.facts.forEach(fact -> together.add(fact, history.clicks.get(fact.clickId())));
        List<Runnable> all = new ArrayList<>();
        history.clicks.values().forEach(click -> all.add(() -> shuffled.add(click)));
        history.facts.forEach(fact -> all.add(() -> shuffled.add(fact, history.clicks.get(fact.clickId()))));
        Collections.shuffle(all, random);
        all.forEach(Runnable::run);
        assertThat(shuffled.traits()).isEqualTo(together.traits());
        assertThat(shuffled.links).isEqualTo(together.links);
        for (CellTrait trait : CellTrait.values()) {
            for (int minutes : trait.widths()) {
                Sums sums = new Sums();
                together.traits().forEach((key, cell) -> {
                    if (key.trait() == trait && key.minutes() == minutes) {
                        sums.add(cell);
                    }
                });
                assertThat(sums.clicks).as(trait + " " + minutes).isEqualTo(history.clicks.size());
                assertThat(sums.grossAmount).isEqualTo(history.facts.stream().mapToLong(Fact::grossAmount).sum());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-07-29T10:07:59.999Z, 15, 2026-07-29T10:00:00Z", "2026-07-29T10:15:00Z, 15, 2026-07-29T10:15:00Z",
            "2026-07-29T23:59:59.999Z, 1440, 2026-07-29T00:00:00Z", "1969-12-31T23:59:59.999Z, 60, 1969-12-31T23:00:00Z"})
    void aCellBeginsAtTheWholeOfItsWidth(Instant at, int minutes, Instant start) {
        assertThat(Cells.floor(at, minutes)).isEqualTo(start);
        assertThat(Duration.between(start, at)).isLessThan(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @CsvSource({
            // sales that came, sales before, buyers that came
            "1, 0, 1", "1, 1, 0", "3, 0, 1", "-1, 1, -1", "-1, 2, 0", "0, 0, 0", "0, 2, 0", "-2, 2, -1"})
    void aBuyerComesWithTheFirstSaleByALinkAndGoesWithTheLast(long came, long before, long buyers) {
        LinkTotals totals = new LinkTotals();
        for (int i = 0; i < Math.max(1, Math.abs(came)); i++) {
            totals.add(new Fact(new WorkspaceId("ws_1"), Mode.LIVE, new LinkId("link_1"), new ClickId("0123456789abcdef"), new CustomerId("cus_1"), TEN, 0,
                    Long.signum(came), 0, 0, 0));
        }
        totals.countBuyers(buyer -> before);
        assertThat(totals.links.values()).singleElement().satisfies(change -> assertThat(change.conversions).isEqualTo(buyers));
    }

    private static Cells.Key key(CellTrait trait, int minutes, String at, String value) {
        return new Cells.Key(new WorkspaceId("ws_1"), trait, minutes, "live", Instant.parse(at), value);
    }
}
