package org.conversions.payout.statement;

import static org.conversions.platform.query.Columns.number;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.conversions.platform.Page;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.query.Cursor;

/** Reads statements. */
@Stateless
public class StatementList {

    private static final String TOTALS = "select s.partner_id, s.country, s.currency,"
            + " sum(case when s.cause = 'earned' then 1 else 0 end), sum(case when s.cause = 'earned' then 0 else 1 end),"
            + " sum(case when s.cause = 'earned' then s.total else 0 end), sum(case when s.cause = 'earned' then 0 else s.total end)"
            + " from payout_statement s where s.workspace_id = :workspace and s.issued_at >= :start and s.issued_at < :end"
            + " group by s.partner_id, s.country, s.currency order by s.partner_id, s.country, s.currency";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /**
     * The conditions of a list; null does not filter.
     *
     * @param start by the time they were made
     */
    public record Filter(WorkspaceId workspaceId, String partnerId, String payoutId, StatementKind kind, Instant start, Instant end) {

        /** @return the causes of what is listed, or null for all */
        private List<StatementCause> causes() {
            return kind == null ? null : Stream.of(StatementCause.values()).filter(cause -> cause.kind() == kind).toList();
        }
    }

    public List<StatementView> list(Filter filter, boolean ascending, Page page) {
        Cursor cursor = Cursor.of(page, ascending);
        Conditions where = new Conditions("s.workspaceId = :workspace", filter.workspaceId())
                .and("s.partnerId = :partner", "partner", PartnerId.of(filter.partnerId()))
                .and("s.payoutId = :payout", "payout", filter.payoutId())
                .and("s.cause in :causes", "causes", filter.causes())
                .and("s.issuedAt >= :start", "start", filter.start()).and("s.issuedAt < :end", "end", filter.end())
                .and("s.id " + cursor.beyond() + " :cursor", "cursor", cursor.id());
        String order = filter.partnerId() != null ? cursor.order("s.workspaceId", "s.partnerId", "s.id")
                : cursor.order("s.workspaceId", "s.id");
        return cursor.inOrder(where.bind(database.createQuery("select s from StoredStatement s" + where.text() + " order by " + order,
                        StoredStatement.class)).setFirstResult(page.offset()).setMaxResults(page.size())
                .getResultStream().map(StoredStatement::view).toList());
    }

    public Optional<StatementView> byId(WorkspaceId workspaceId, String id) {
        return Optional.ofNullable(database.find(StoredStatement.class, id)).filter(row -> row.workspaceId.equals(workspaceId))
                .map(StoredStatement::view);
    }

    /** @param zone in which the year begins and ends @param page by number @return by partner, country and currency */
    public List<YearTotal> totals(WorkspaceId workspaceId, int year, ZoneId zone, Page page) {
        List<?> rows = database.createNativeQuery(TOTALS).setParameter("workspace", workspaceId)
                .setParameter("start", UtcTime.column(start(year, zone))).setParameter("end", UtcTime.column(start(year + 1, zone)))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new YearTotal(new PartnerId((String) row[0]), (String) row[1],
                (String) row[2], (int) number(row[3]), (int) number(row[4]), number(row[5]), number(row[6]))).toList();
    }

    private static Instant start(int year, ZoneId zone) {
        return LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
    }
}
