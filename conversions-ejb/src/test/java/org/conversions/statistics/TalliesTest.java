package org.conversions.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalliesTest {

    private static final Instant TEN = Instant.parse("2026-07-29T10:00:00Z");

    @Test
    void whatHappensToALinkInAnHourIsOneRow() {
        Tallies tallies = new Tallies();
        tallies.link(new WorkspaceId("ws_1"), new LinkId("link_1"), Mode.LIVE, TEN, tally -> tally.clicks++);
        tallies.link(new WorkspaceId("ws_1"), new LinkId("link_1"), Mode.LIVE, TEN.plusMillis(3_599_999), tally -> tally.clicks++);
        tallies.link(new WorkspaceId("ws_1"), new LinkId("link_1"), Mode.LIVE, TEN.plusSeconds(3_600), tally -> tally.sales++);
        assertThat(tallies.hours.values()).extracting(tally -> tally.clicks).containsExactly(2L, 0L);
        assertThat(tallies.hours.values()).extracting(tally -> tally.sales).containsExactly(0L, 1L);
        assertThat(tallies.links.values()).singleElement()
                .satisfies(tally -> assertThat(tally.clicks + tally.sales).isEqualTo(3));
    }

    @Test
    void theWorldsOfALinkAreCountedApart() {
        Tallies tallies = new Tallies();
        tallies.link(new WorkspaceId("ws_1"), new LinkId("link_1"), Mode.TEST, TEN, tally -> tally.sales++);
        tallies.link(new WorkspaceId("ws_1"), new LinkId("link_1"), Mode.LIVE, TEN, tally -> tally.sales++);
        assertThat(tallies.hours).hasSize(2);
        assertThat(tallies.links).hasSize(2);
    }

    /** Two transactions that lock the same rows in the same order never wait for each other in a circle. */
    @Property
    void rowsAreWrittenInOneOrderHoweverTheyCome(@ForAll Random random) {
        List<Runnable> changes = new ArrayList<>();
        Tallies tallies = new Tallies();
        for (String link : List.of("link_1", "link_2", "link_3")) {
            for (Mode mode : Mode.values()) {
                for (int hour = 0; hour < 3; hour++) {
                    Instant at = TEN.plusSeconds(3_600L * hour);
                    changes.add(() -> tallies.link(new WorkspaceId("ws_1"), new LinkId(link), mode, at, tally -> tally.leads++));
                }
            }
            changes.add(() -> tallies.customer(new CustomerId("cus of " + link), tally -> tally.sales++));
        }
        Collections.shuffle(changes, random);
        changes.forEach(Runnable::run);
        assertThat(tallies.hours.keySet()).extracting(key -> key.linkId() + " " + key.mode() + " " + key.hour()).isSorted().hasSize(27);
        assertThat(tallies.links.keySet()).extracting(key -> key.linkId() + " " + key.mode()).isSorted().hasSize(9);
        assertThat(List.copyOf(tallies.customers.keySet())).isSorted().hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
            // sales that came, sales now, buyers that came
            "1, 1, 1", "1, 2, 0", "3, 3, 1", "-1, 0, -1", "-1, 1, 0", "0, 0, 0", "0, 2, 0", "-2, 0, -1"})
    void aBuyerComesWithTheFirstSaleByALinkAndGoesWithTheLast(int came, int now, long buyers) {
        Tallies tallies = new Tallies();
        tallies.bought(new CustomerId("cus_1"), new LinkId("link_1"), Mode.LIVE, came);
        tallies.countCustomers(customer -> now);
        assertThat(tallies.links.values().stream().mapToLong(tally -> tally.conversions).sum()).isEqualTo(buyers);
    }
}
