package org.conversions.statistics;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conversions.platform.UtcTime;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** Reads the figures. */
@Stateless
public class Statistics {

    /** How many links a list of best links names at most. */
    public static final int TOP_MAX = 100;
    private static final String SUMS = "sum(case when h.mode = 'live' then h.clicks else 0 end),"
            + " sum(case when h.mode = :mode then h.leads else 0 end),"
            + " sum(case when h.mode = :mode then h.sales else 0 end),"
            + " sum(case when h.mode = :mode then h.refunds else 0 end),"
            + " sum(case when h.mode = :mode then h.gross_amount else 0 end),"
            + " sum(case when h.mode = :mode then h.refunded_amount else 0 end)";

    private static final String TOTALS = " sum(case when s.mode = 'live' then s.clicks else 0 end),"
            + " sum(case when s.mode = :mode then s.leads else 0 end),"
            + " sum(case when s.mode = :mode then s.conversions else 0 end),"
            + " sum(case when s.mode = :mode then s.sales else 0 end),"
            + " sum(case when s.mode = :mode then s.refunds else 0 end),"
            + " sum(case when s.mode = :mode then s.gross_amount else 0 end),"
            + " sum(case when s.mode = :mode then s.refunded_amount else 0 end),"
            + " max(s.last_clicked_at)";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return the sums over the period; zeros when nothing happened */
    public Figures count(FiguresFilter filter, Period period) {
        List<?> rows = query("select " + SUMS, "", filter, period).getResultList();
        Object[] row = (Object[]) rows.get(0);
        return row[0] == null ? Figures.NONE : figures(row, 0);
    }

    /** @return the sums of each hour, day or month of the period, those without anything too, in order */
    public SortedMap<Instant, Figures> timeseries(FiguresFilter filter, Period period) {
        List<?> rows = query("select h.hour_at, " + SUMS, " group by h.hour_at order by h.hour_at", filter, period)
                .getResultList();
        SortedMap<Instant, Figures> series = new TreeMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            series.merge(period.bucketOf(hour(columns[0])), figures(columns, 1), Figures::plus);
        }
        Instant first = series.isEmpty() ? period.to().minusMillis(1) : series.firstKey();
        period.buckets(first).forEach(start -> series.putIfAbsent(start, Figures.NONE));
        return series;
    }

    /** @return the links with the most of what is asked for, the best first, by id */
    public Map<String, Figures> topLinks(FiguresFilter filter, Period period, boolean byClicks) {
        String order = byClicks ? " order by 2 desc, 1" : " order by 6 desc, 4 desc, 3 desc, 1";
        List<?> rows = query("select h.link_id, " + SUMS, " group by h.link_id" + order, filter, period)
                .setMaxResults(TOP_MAX).getResultList();
        Map<String, Figures> links = new LinkedHashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            links.put((String) columns[0], figures(columns, 1));
        }
        return links;
    }

    /** @return the totals of the links that have any, by id */
    public Map<String, LinkFigures> linkFigures(String workspaceId, Collection<String> linkIds, Mode mode) {
        if (linkIds.isEmpty()) {
            return Map.of();
        }
        List<?> rows = database.createNativeQuery("select s.link_id," + TOTALS
                        + " from statistics_link s join link l on l.id = s.link_id"
                        + " where l.workspace_id = :workspace and s.link_id in (:links) group by s.link_id")
                .setParameter("mode", mode.text()).setParameter("workspace", workspaceId)
                .setParameter("links", List.copyOf(linkIds)).getResultList();
        Map<String, LinkFigures> figures = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            figures.put((String) columns[0], totals(columns));
        }
        return figures;
    }

    /** @return the totals over all links of a partner */
    public LinkFigures partnerFigures(String workspaceId, String partnerId, Mode mode) {
        List<?> rows = database.createNativeQuery("select l.partner_id," + TOTALS
                        + " from statistics_link s join link l on l.id = s.link_id"
                        + " where l.workspace_id = :workspace and l.partner_id = :partner group by l.partner_id")
                .setParameter("mode", mode.text()).setParameter("workspace", workspaceId)
                .setParameter("partner", partnerId).getResultList();
        return rows.isEmpty() ? LinkFigures.NONE : totals((Object[]) rows.get(0));
    }

    /** @return the totals of the buyers that bought, by id */
    public Map<String, CustomerFigures> customerFigures(String workspaceId, Collection<String> customerIds) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        List<?> rows = database.createNativeQuery("select s.customer_id, s.sales, s.refunds, s.gross_amount,"
                        + " s.refunded_amount, s.first_sale_at from statistics_customer s"
                        + " join customer c on c.id = s.customer_id"
                        + " where c.workspace_id = :workspace and s.customer_id in (:customers)")
                .setParameter("workspace", workspaceId).setParameter("customers", List.copyOf(customerIds))
                .getResultList();
        Map<String, CustomerFigures> figures = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            figures.put((String) columns[0], new CustomerFigures(number(columns[1]), number(columns[2]),
                    number(columns[3]), number(columns[4]), hour(columns[5])));
        }
        return figures;
    }

    private NativeQuery<?> query(String select, String tail, FiguresFilter filter, Period period) {
        StringBuilder sql = new StringBuilder(select).append(" from statistics_hour h");
        Map<String, Object> parameters = new HashMap<>();
        boolean byLink = filter.domain() != null || filter.key() != null || filter.externalId() != null
                || filter.tenantId() != null || filter.partnerId() != null;
        if (byLink) {
            sql.append(" join link l on l.id = h.link_id");
        }
        sql.append(" where h.workspace_id = :workspace and h.mode in ('live', :mode) and h.hour_at < :until");
        parameters.put("workspace", filter.workspaceId());
        parameters.put("mode", filter.mode().text());
        parameters.put("until", column(period.to()));
        if (period.from() != null) {
            sql.append(" and h.hour_at >= :since");
            parameters.put("since", column(period.from().truncatedTo(ChronoUnit.HOURS)));
        }
        condition(sql, parameters, "h.link_id", "link", filter.linkId());
        condition(sql, parameters, "l.domain", "domain", filter.domain());
        condition(sql, parameters, "l.link_key", "linkKey", filter.key());
        condition(sql, parameters, "l.external_id", "externalId", filter.externalId());
        condition(sql, parameters, "l.tenant_id", "tenant", filter.tenantId());
        condition(sql, parameters, "l.partner_id", "partner", filter.partnerId());
        NativeQuery<?> query = database.createNativeQuery(sql.append(tail).toString()).unwrap(NativeQuery.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static void condition(StringBuilder sql, Map<String, Object> parameters, String expression, String name,
                                  String value) {
        if (value != null) {
            sql.append(" and ").append(expression).append(" = :").append(name);
            parameters.put(name, value);
        }
    }

    private static Figures figures(Object[] columns, int first) {
        return new Figures(number(columns[first]), number(columns[first + 1]), number(columns[first + 2]),
                number(columns[first + 3]), number(columns[first + 4]), number(columns[first + 5]));
    }

    private static LinkFigures totals(Object[] columns) {
        return new LinkFigures(number(columns[1]), number(columns[2]), number(columns[3]), number(columns[4]),
                number(columns[5]), number(columns[6]), number(columns[7]), hour(columns[8]));
    }

    private static long number(Object column) {
        return column == null ? 0 : ((Number) column).longValue();
    }

    /** A native query hands out times as the driver and Hibernate see fit; what is in the column is UTC. */
    private static Instant hour(Object column) {
        if (column instanceof java.sql.Timestamp timestamp) {
            return UtcTime.instant(timestamp.toLocalDateTime());
        }
        return UtcTime.instant((LocalDateTime) column);
    }
}
