package org.conversions.report.total;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conversions.platform.database.InList;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.statistics.PendingClicks;
import org.hibernate.query.NativeQuery;

/** The totals of a workspace's links in SQL, together with what is not in them yet. */
final class LinkSums {

    private static final int TRIES_MAX = 10;

    private static final String PENDING = "pending";

    private final PendingClicks.Clicks pending;
    private final List<List<ClickId>> clicks;

    private LinkSums(PendingClicks.Clicks pending) {
        this.pending = pending;
        clicks = InList.partsOfOne(pending.clickIds());
    }

    /**
     * Asks until no click came into the totals between the two statements.
     *
     * @param question makes a query of {@link #rows} whose first column is {@link #pending}, bound by {@link #bind}, and reads
     *                 it; it answers null when {@link #areStillThere} says no
     */
    static <T> T ask(PendingClicks clicks, WorkspaceId workspaceId, Function<LinkSums, T> question) {
        for (int tries = 1; tries <= TRIES_MAX; tries++) {
            T answer = question.apply(new LinkSums(clicks.of(workspaceId)));
            if (answer != null) {
                return answer;
            }
        }
        throw new IllegalStateException("The clicks were merged " + TRIES_MAX + " times between two statements");
    }

    /**
     * @param chosen a condition that chooses links, with {@code {link}} for the column of their ids
     * @return a table of totals by link and mode; there may be several rows of each, to be added up
     */
    String rows(String chosen) {
        return "(select s.link_id, s.mode, s.clicks, s.leads, s.conversions, s.sales, s.refunds, s.gross_amount,"
                + " s.refunded_amount, s.last_clicked_at from statistics_link s where s.workspace_id = :workspace"
                + of("s.link_id", chosen)
                + " union all select e.link_id, e.mode, 0, e.leads, 0, e.sales, e.refunds, e.gross_amount, e.refunded_amount,"
                + " null from statistics_delta e where e.workspace_id = :workspace" + of("e.link_id", chosen)
                + " union all select b.link_id, b.mode, 0, 0, sign(coalesce(y.sales, 0) + b.came) - sign(coalesce(y.sales, 0)),"
                + " 0, 0, 0, 0, null from (select e.customer_id, e.link_id, e.mode, sum(e.sales) as came from statistics_delta e"
                + " where e.workspace_id = :workspace and e.customer_id is not null" + of("e.link_id", chosen)
                + " group by e.customer_id, e.link_id, e.mode) b left join statistics_buyer y on y.customer_id = b.customer_id"
                + " and y.link_id = b.link_id and y.mode = b.mode"
                + IntStream.range(0, clicks.size()).mapToObj(i -> " union all select c.link_id, 'live', 1, 0, 0, 0, 0, 0, 0,"
                        + " c.clicked_at from click c where c.workspace_id = :workspace and c.uncounted is null and c.id in (:"
                        + PENDING + i + ")" + of("c.link_id", chosen)).collect(Collectors.joining()) + ")";
    }

    /** @return the expression to be selected first */
    String pending() {
        return pending.stillThere();
    }

    /** Gives a query the parameters of {@link #rows} and {@link #pending}. */
    NativeQuery<?> bind(NativeQuery<?> query, WorkspaceId workspaceId) {
        query.setParameter("workspace", workspaceId);
        for (int i = 0; i < clicks.size(); i++) {
            query.setParameterList(PENDING + i, clicks.get(i));
        }
        if (!pending.rows().isEmpty()) {
            query.setParameterList(PendingClicks.ROWS, pending.rows());
        }
        return query;
    }

    boolean areStillThere(Object found) {
        return ((Number) found).intValue() == pending.rows().size();
    }

    private static String of(String column, String chosen) {
        return " and " + chosen.replace("{link}", column);
    }
}
