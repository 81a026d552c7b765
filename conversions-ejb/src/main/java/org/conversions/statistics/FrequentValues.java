package org.conversions.statistics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Keeps of the values of a trait on a day those that are the most frequent. Pure. */
final class FrequentValues {

    private FrequentValues() {
    }

    /**
     * Takes the cells of the others out.
     *
     * @param cells of one workspace and day
     * @return the traits that lost any
     */
    static Set<CellTrait> keep(Cells cells, int valuesMax) {
        Map<CellTrait, Map<String, Long>> frequencies = new HashMap<>();
        cells.traits().forEach((key, sums) -> {
            if (key.minutes() == CellTrait.DAY) {
                frequencies.computeIfAbsent(key.trait(), trait -> new HashMap<>())
                        .merge(key.value(), sums.clicks + sums.leads + sums.sales, Long::sum);
            }
        });
        Map<CellTrait, Set<String>> rare = new HashMap<>();
        frequencies.forEach((trait, values) -> {
            if (values.size() > valuesMax) {
                rare.put(trait, new HashSet<>(values.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .skip(valuesMax).map(Map.Entry::getKey).toList()));
            }
        });
        cells.traits().keySet().removeIf(key -> rare.getOrDefault(key.trait(), Set.of()).contains(key.value()));
        return rare.keySet();
    }
}
