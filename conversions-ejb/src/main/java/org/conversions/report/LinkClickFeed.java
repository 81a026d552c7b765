package org.conversions.report;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.conversions.platform.id.ClickId;
import org.conversions.statistics.PendingClicks;
import org.hibernate.query.NativeQuery;

/**
 * Finds the clicks of some links among those that these links have, from one end of the time and no further than is asked
 * for: it costs the same however many clicks the workspace has.
 */
@Dependent
class LinkClickFeed {

    /** Few enough for the embedded database, which compares each of them with the others, and many enough for a page. */
    private static final int AT_ONCE = 256;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private PendingClicks pendingClicks;

    /**
     * @param query with links in its filter
     * @return the ids of a page, in its order
     * @throws org.conversions.platform.RequestRefused unprocessable when the filter lets so few through that too many are read
     */
    List<ClickId> ids(FeedQuery query) {
        SortedSet<String> found = new TreeSet<>(query.oldestFirst() ? Comparator.<String>naturalOrder() : Comparator.<String>reverseOrder());
        addPending(query, found);
        long matched = 0;
        int read = 0;
        String last = null;
        List<String> some;
        do {
            some = next(query, last);
            List<String> matching = matching(query, some);
            found.addAll(matching);
            matched += matching.size();
            read += some.size() - matching.size();
            Analytics.refuseMoreThanIsRead(read);
            last = some.isEmpty() ? last : some.get(some.size() - 1);
        } while (some.size() == AT_ONCE && matched < query.offset() + query.limit());
        return found.stream().skip(query.offset()).limit(query.limit()).map(ClickId::new).toList();
    }

    /** Clicks come to their links later than they are stored. */
    private void addPending(FeedQuery query, SortedSet<String> found) {
        if (query.uncounted()) {
            return;
        }
        List<String> pending = pendingClicks.besideLinks(query.filter().workspaceId()).clickIds().stream().map(ClickId::value).toList();
        for (int i = 0; i < pending.size(); i += AT_ONCE) {
            found.addAll(matching(query, pending.subList(i, Math.min(pending.size(), i + AT_ONCE))));
        }
    }

    /** @param last the last one that was read, or null */
    private List<String> next(FeedQuery query, String last) {
        Span span = query.period().span();
        boolean forward = query.oldestFirst();
        String way = forward ? " asc" : " desc";
        String sql = "select i.id from link_click i where i.link_id in (:links) and i.uncounted = :uncounted"
                + (span.from() == null ? "" : " and i.id >= :from") + (span.to() == null ? "" : " and i.id < :to")
                + (last == null ? "" : " and i.id " + (forward ? ">" : "<") + " :last")
                + " order by " + (query.filter().links().size() == 1 ? "i.link_id" + way + ", i.uncounted" + way + ", " : "")
                + "i.id" + way;
        NativeQuery<?> statement = database.createNativeQuery(sql, String.class).unwrap(NativeQuery.class)
                .setParameterList("links", List.copyOf(query.filter().links())).setParameter("uncounted", query.uncounted());
        if (span.from() != null) {
            statement.setParameter("from", ClickId.firstAt(span.from()));
        }
        if (span.to() != null) {
            statement.setParameter("to", ClickId.firstAt(span.to()));
        }
        if (last != null) {
            statement.setParameter("last", last);
        }
        return statement.setMaxResults(AT_ONCE).getResultList().stream().map(String.class::cast).toList();
    }

    /** @return those of the clicks that are asked for */
    private List<String> matching(FeedQuery query, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        FactsQuery facts = new FactsQuery(query.filter(), query.uncounted());
        String sql = "select c.id" + facts.from(Facts.CLICKS, query.period().span()) + " and c.id in (:ids)";
        return facts.with("ids", ids).bound(database.createNativeQuery(sql, String.class).unwrap(NativeQuery.class))
                .getResultList().stream().map(String.class::cast).toList();
    }
}
