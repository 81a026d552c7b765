package org.conversions.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FrequentValuesTest {

    private static final Instant DAY = Instant.parse("2026-07-29T00:00:00Z");

    @Test
    void ofADayTheMostFrequentValuesAreKept() {
        Cells cells = new Cells();
        List<String> cities = List.of("A", "B", "B", "C", "C", "C", "D", "D");
        for (int i = 0; i < cities.size(); i++) {
            cells.add(Happenings.click("ws_1", "link_1", DAY.plusSeconds(5_000L * i), cities.get(i)));
        }
        assertThat(FrequentValues.keep(cells, 3)).containsExactlyInAnyOrder(CellTrait.CITY, CellTrait.URL);
        assertThat(cells.traits().keySet().stream().filter(key -> key.trait() == CellTrait.CITY)
                .map(key -> key.value().substring(22)).collect(Collectors.toSet())).isEqualTo(Set.of("B", "C", "D"));
        assertThat(cells.traits().entrySet().stream().filter(cell -> cell.getKey().trait() == CellTrait.COUNTRY
                && cell.getKey().minutes() == CellTrait.DAY).mapToLong(cell -> cell.getValue().clicks).sum()).isEqualTo(8);
    }

    @Test
    void fewValuesAreAllKept() {
        Cells cells = new Cells();
        cells.add(Happenings.click("ws_1", "link_1", DAY, "A"));
        int before = cells.traits().size();
        assertThat(FrequentValues.keep(cells, 1)).isEmpty();
        assertThat(cells.traits()).hasSize(before);
    }
}
