package org.conversions.report;

import static org.conversions.statistics.CellTrait.COUNTRY_WIDTH;
import static org.conversions.statistics.CellTrait.REGION_WIDTH;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.statistics.CellTrait;

/**
 * The cells that know all that a question asks for: those of links, or those of one trait of the clicks. Pure.
 *
 * @param trait null for those of links
 */
record CellSource(CellTrait trait) {

    /** What stands for no value in a cell, in SQL. */
    private static final String NONE = "'\u0001'";
    private static final Pattern COLUMN = Pattern.compile("\\bc\\.(\\w+)");
    /** The columns of the click that each trait knows, as they are had from the value of its cell, {@code h.value_key}. */
    private static final Map<CellTrait, Map<String, String>> COLUMNS = columns();

    /** @return the cells that can answer; empty when only the facts themselves can */
    static Optional<CellSource> of(FiguresFilter filter, Grouping grouping) {
        if (filter.ofSalesOnly() || grouping == Grouping.PRODUCTS || filter.metadata() != null || filter.choices().containsKey(Trait.CUSTOMER)) {
            return Optional.empty();
        }
        Set<String> asked = new HashSet<>();
        filter.choices().keySet().stream().filter(trait -> trait.owner() == Trait.Owner.CLICK)
                .forEach(trait -> asked.addAll(asked(trait.column())));
        grouping.sql().forEach(sql -> asked.addAll(asked(sql)));
        boolean ofLinks = filter.earnings() || grouping.owner() == Trait.Owner.LINK || grouping == Grouping.TOP_LINKS
                || grouping == Grouping.TOP_LINK_TAGS || filter.choices().keySet().stream().anyMatch(trait ->
                        trait.owner() == Trait.Owner.LINK || trait == Trait.LINK || trait == Trait.TAG);
        if (ofLinks) {
            return asked.isEmpty() ? Optional.of(new CellSource(null)) : Optional.empty();
        }
        return Stream.of(CellTrait.values()).filter(trait -> COLUMNS.get(trait).keySet().containsAll(asked))
                .findFirst().map(CellSource::new);
    }

    boolean ofLinks() {
        return trait == null;
    }

    List<Integer> widths() {
        return ofLinks() ? List.of(CellTrait.DAY, CellTrait.HOUR) : trait.widths();
    }

    /** @return the kind of facts that its cells are */
    Facts facts() {
        return ofLinks() ? Facts.LINK_CELLS : Facts.CELLS;
    }

    /** @return the join of the long values, where the trait has any; else nothing */
    String join() {
        return trait == CellTrait.URL || trait == CellTrait.REFERER_URL
                ? " left join statistics_text x on x.value_key = h.value_key" : "";
    }

    /** @return SQL over the click, c, as SQL over the cell, h */
    String translated(String sql) {
        return ofLinks() ? sql : COLUMN.matcher(sql).replaceAll(column -> Matcher.quoteReplacement(
                COLUMNS.get(trait).getOrDefault(column.group(1), column.group())));
    }

    private static Set<String> asked(String sql) {
        return COLUMN.matcher(sql).results().map(column -> column.group(1)).collect(Collectors.toSet());
    }

    private static Map<CellTrait, Map<String, String>> columns() {
        Map<CellTrait, Map<String, String>> columns = new EnumMap<>(CellTrait.class);
        for (CellTrait trait : CellTrait.values()) {
            columns.put(trait, switch (trait) {
                case WORKSPACE -> Map.of();
                case REGION -> Map.of("country", country(), "region", known("substring(h.value_key, " + (COUNTRY_WIDTH + 1) + ")"));
                case CITY -> places();
                case TRIGGER -> Map.of("cause", known("h.value_key"));
                case URL, REFERER_URL -> Map.of(trait.text(), known("coalesce(x.text, h.value_key)"));
                default -> Map.of(trait.text(), known("h.value_key"));
            });
        }
        return columns;
    }

    private static Map<String, String> places() {
        return Map.of("country", country(),
                "region", known("rtrim(substring(h.value_key, " + (COUNTRY_WIDTH + 1) + ", " + REGION_WIDTH + "))"),
                "city", known("substring(h.value_key, " + (COUNTRY_WIDTH + REGION_WIDTH + 1) + ")"));
    }

    private static String country() {
        return known("rtrim(substring(h.value_key, 1, " + COUNTRY_WIDTH + "))");
    }

    private static String known(String sql) {
        return "(case when h.value_key = " + NONE + " then null else " + sql + " end)";
    }
}
