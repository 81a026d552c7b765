package org.conversions.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conversions.platform.UtcTime;
import org.conversions.platform.database.InList;
import org.conversions.platform.id.ClickId;
import org.hibernate.query.NativeQuery;

/** Writes the SQL that reads facts by a filter. Values of the caller are parameters, never text of it. */
final class FactsQuery {

    private static final String SECONDS = "timestampdiff(second, timestamp '1000-01-01 00:00:00', ";

    private final FiguresFilter filter;
    private final boolean uncounted;
    /** The cells that are read; null when none are. */
    private final CellSource source;
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param uncounted to read the visits that were not counted instead of the clicks */
    FactsQuery(FiguresFilter filter, boolean uncounted) {
        this(filter, uncounted, null);
    }

    private FactsQuery(FiguresFilter filter, boolean uncounted, CellSource source) {
        this.filter = filter;
        this.uncounted = uncounted;
        this.source = source;
    }

    /** @param source the cells to read where cells are read */
    static FactsQuery with(FiguresFilter filter, CellSource source) {
        return new FactsQuery(filter, false, source);
    }

    /** @return a statement for the sums of the cells of one width, as {@link #sums} */
    String cells(int minutes, List<Span> spans, Grouping grouping, long cell) {
        String condition = " and h.minutes = " + parameter("minutes", minutes);
        if (!source.ofLinks()) {
            parameters.put("cellTrait", source.trait().text());
        }
        return sums(source.facts(), spans, grouping, cell, condition);
    }

    /** @return the same of what partners earned */
    String earningCells(int minutes, List<Span> spans, Grouping grouping, long cell) {
        return sums(Facts.EARNING_CELLS, spans, grouping, cell, " and y.minutes = " + parameter("minutes", minutes));
    }

    /** @param clickIds the clicks that are not in the cells yet @return statements for parts of them */
    List<String> pendingClicks(List<ClickId> clickIds, List<Span> spans, Grouping grouping, long cell) {
        List<String> parts = new ArrayList<>();
        for (List<ClickId> some : InList.<ClickId>partsOfOne(clickIds)) {
            parts.add(sums(Facts.PENDING_CLICKS, spans, grouping, cell,
                    " and c.id in (" + parameter("pending" + parts.size(), some) + ")"));
        }
        return parts;
    }

    /** Gives a parameter of another part of the statement. */
    FactsQuery with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /**
     * @param cell seconds of a cell of the series, for a grouping by time
     * @return a statement for the sums of these facts, by the columns {@code k0}, {@code k1} and so on
     */
    String sums(Facts facts, List<Span> spans, Grouping grouping, long cell) {
        return sums(facts, spans, grouping, cell, "");
    }

    private String sums(Facts facts, List<Span> spans, Grouping grouping, long cell, String condition) {
        List<String> keys = keys(facts, grouping, cell);
        String figures = named(figures(facts, grouping).stream().map(figure -> "sum(" + figure + ")").toList());
        String sql = "select " + named("k", keys) + figures + from(facts, spans, grouping) + condition
                + (keys.isEmpty() ? "" : " group by " + String.join(", ", keys));
        return facts == Facts.CELLS ? source.translated(sql) : sql;
    }

    /** @return a statement for each of these facts: keys, figures, metadata */
    String each(Facts facts, List<Span> spans, Grouping grouping, long cell) {
        return "select " + named("k", keys(facts, grouping, cell)) + named(figures(facts, grouping)) + ", e.metadata as metadata"
                + from(facts, spans, grouping);
    }

    /** @return from, joins and conditions, for a list of such facts. */
    String from(Facts facts, Span span) {
        return from(facts, List.of(span), Grouping.COUNT)
                + (ofProducts(facts, Grouping.COUNT) ? " and " + ProductFigures.first(productsAsked()) : "");
    }

    NativeQuery<?> bound(NativeQuery<?> query) {
        parameters.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                query.setParameterList(name, list);
            } else {
                query.setParameter(name, value);
            }
        });
        return query;
    }

    private static List<String> keys(Facts facts, Grouping grouping, long cell) {
        if (grouping == Grouping.TIMESERIES) {
            String seconds = SECONDS + facts.time() + ")";
            return List.of("(" + seconds + " - mod(" + seconds + ", " + cell + "))");
        }
        return grouping.sql().stream().map(sql -> sql.replace("{link}", facts.link())).toList();
    }

    private static String named(String letter, List<String> columns) {
        return IntStream.range(0, columns.size()).mapToObj(i -> columns.get(i) + " as " + letter + i + ", ")
                .collect(Collectors.joining());
    }

    private static String named(List<String> figures) {
        return IntStream.range(0, figures.size()).mapToObj(i -> figures.get(i) + " as " + Facts.FIGURES.get(i))
                .collect(Collectors.joining(", "));
    }

    private String from(Facts facts, List<Span> spans, Grouping grouping) {
        StringBuilder sql = new StringBuilder(" from ").append(facts.from());
        if (facts == Facts.CELLS) {
            sql.append(source.join());
        }
        if (facts.ofBuyer() && asks(grouping, Trait.Owner.CLICK)) {
            sql.append(" left join click c on c.id = e.click_id");
        }
        if (ofProducts(facts, grouping)) {
            sql.append(ProductFigures.JOIN);
        }
        if (!facts.ofEarnings() && asks(grouping, Trait.Owner.LINK)) {
            sql.append(" join link l on l.id = ").append(facts.link());
        }
        if (grouping == Grouping.TOP_LINK_TAGS) {
            sql.append(" join link_tag g on g.link_id = ").append(facts.link());
        }
        if (grouping == Grouping.TOP_GROUPS) {
            sql.append(" join enrollment n on n.partner_id = ").append(facts.column(Trait.PARTNER));
        }
        if (grouping == Grouping.TOP_PARTNER_TAGS) {
            sql.append(" join tagged_partner v on v.partner_id = ").append(facts.column(Trait.PARTNER));
        }
        sql.append(" where ").append(String.join(" and ", conditions(facts, spans, grouping)));
        parameters.put("workspace", filter.workspaceId());
        if (!facts.ofClicks()) {
            parameters.put("mode", filter.mode().text());
        }
        return sql.toString();
    }

    private List<String> figures(Facts facts, Grouping grouping) {
        if (!ofProducts(facts, grouping)) {
            return facts.figures();
        }
        return ProductFigures.of(facts, grouping == Grouping.PRODUCTS ? "1"
                : "case when " + ProductFigures.first(productsAsked()) + " then 1 else 0 end");
    }

    private boolean ofProducts(Facts facts, Grouping grouping) {
        return facts.ofSale() && asks(grouping, Trait.Owner.SALE);
    }

    /** @return the conditions of the filter for a product {@code q} */
    private List<String> productsAsked() {
        List<String> conditions = new ArrayList<>();
        choose(conditions, Facts.SALES, Trait.PRODUCT, filter.choices().get(Trait.PRODUCT));
        return conditions.stream().map(condition -> condition.replace("p.product_id", "q.product_id")).toList();
    }

    private boolean asks(Grouping grouping, Trait.Owner owner) {
        return grouping.owner() == owner || filter.choices().keySet().stream().anyMatch(trait -> trait.owner() == owner);
    }

    private List<String> conditions(Facts facts, List<Span> spans, Grouping grouping) {
        List<String> conditions = new ArrayList<>(List.of(facts.scope(uncounted)));
        time(conditions, facts, spans);
        filter.choices().forEach((trait, choice) -> choose(conditions, facts, trait, choice));
        if (filter.saleType() != null && facts.ofSale()) {
            conditions.add("e.kind in (:kinds)");
            parameters.put("kinds", filter.saleType().kinds());
        }
        if (grouping.condition() != null) {
            conditions.add(grouping.condition().replace("{link}", facts.link()));
        }
        return conditions;
    }

    private void time(List<String> conditions, Facts facts, List<Span> spans) {
        if (spans.size() > 1) {
            // An index is used from the first to the last of them in any case, and from each to its end where that is possible.
            time(conditions, facts, new Span(spans.get(0).from(), spans.get(spans.size() - 1).to()));
            conditions.add("(" + spans.stream().map(span -> {
                List<String> one = new ArrayList<>();
                time(one, facts, span);
                return String.join(" and ", one);
            }).collect(Collectors.joining(" or ")) + ")");
        } else {
            time(conditions, facts, spans.get(0));
        }
    }

    /** The id of a click begins with its time, and is what clicks are indexed by. */
    private void time(List<String> conditions, Facts facts, Span span) {
        if (span.from() != null) {
            conditions.add(facts.ofClicks() ? facts.clickId() + " >= " + parameter("id", ClickId.firstAt(span.from()))
                    : facts.time() + " >= " + parameter("time", UtcTime.column(span.from())));
        }
        if (span.to() != null) {
            conditions.add(facts.ofClicks() ? facts.clickId() + " < " + parameter("id", ClickId.firstAt(span.to()))
                    : facts.time() + " < " + parameter("time", UtcTime.column(span.to())));
        }
    }

    private String parameter(String name, Object value) {
        String key = name + parameters.size();
        parameters.put(key, value);
        return ':' + key;
    }

    private void choose(List<String> conditions, Facts facts, Trait trait, Choice choice) {
        if (!choice.wanted().isEmpty()) {
            conditions.add(facts.chosen(trait, list(trait.wanted(), choice.wanted())));
        }
        if (!choice.unwanted().isEmpty()) {
            String column = facts.column(trait);
            String none = "not (" + facts.chosen(trait, list("un" + trait.wanted(), choice.unwanted())) + ")";
            conditions.add(column == null ? none : "(" + column + " is null or " + none + ")");
        }
    }

    /** A trait is in several statements of a union with the same values. */
    private String list(String key, Iterable<String> values) {
        List<String> list = new ArrayList<>();
        values.forEach(list::add);
        parameters.put(key, list);
        return ":" + key;
    }
}
