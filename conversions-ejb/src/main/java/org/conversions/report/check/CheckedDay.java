package org.conversions.report.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.statistics.CellDays;

/** Compares one day of a workspace in a transaction of its own, during which nothing is merged. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class CheckedDay {

    @Inject
    private CellDays cells;
    @Inject
    private DayFacts facts;
    @Inject
    private CommissionSums commissions;
    @Inject
    private Books books;

    /** @return the cells that differ, none for a day of which clicks have been removed, and the commissions and payouts that do */
    public List<CellDays.Difference> differences(WorkspaceId workspaceId, Instant day) {
        List<CellDays.Difference> differences = new ArrayList<>(cellDifferences(workspaceId, day));
        differences.addAll(commissions.differences(workspaceId, day));
        differences.addAll(books.ofDay(workspaceId, day));
        return differences;
    }

    /** @return the partners whose books do not balance, whichever days they earned on */
    public List<CellDays.Difference> books(WorkspaceId workspaceId) {
        return books.ofPartners(workspaceId);
    }

    private List<CellDays.Difference> cellDifferences(WorkspaceId workspaceId, Instant day) {
        if (cells.clicksSince().filter(since -> since.truncatedTo(ChronoUnit.DAYS).compareTo(day) >= 0).isPresent()) {
            return List.of();
        }
        cells.lock();
        return cells.differences(workspaceId, day, facts.of(workspaceId, day));
    }
}
