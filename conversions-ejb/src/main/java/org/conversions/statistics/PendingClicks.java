package org.conversions.statistics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import org.conversions.click.LinkClicks;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.Session;

/** Finds the clicks that are stored and not in the cells yet. */
@Stateless
public class PendingClicks {

    /** Bounds the rows that a question adds up by itself; when there are more, they are merged first. */
    static final int ROWS_MAX = 1_000;

    /** The name of the parameter that has {@link Clicks#rows}, if there are any. */
    public static final String ROWS = "pendingRows";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private DeltaMerge merge;

    /** No clicks at all. */
    public static final Clicks NONE = new Clicks(List.of(), List.of());

    /**
     * The clicks of some rows of deltas. They count beside the cells for as long as those rows are there: a statement that
     * counts both says how many of the rows it found, and is asked anew when there are less.
     *
     * @param rows     the ids of the rows
     * @param clickIds the clicks of all of them
     */
    public record Clicks(List<String> rows, List<ClickId> clickIds) {

        /** @return an expression in SQL, with the parameters {@code :workspace} and {@link #ROWS}: how many of the rows are there */
        public String stillThere() {
            return rows.isEmpty() ? "0" : "(select count(*) from statistics_click_delta d where d.workspace_id = :workspace"
                    + " and d.id in (:" + ROWS + "))";
        }
    }

    /** @return the clicks of the workspace that were not in the cells a moment ago */
    public Clicks of(WorkspaceId workspaceId) {
        List<?> found = read(workspaceId);
        while (found.size() > ROWS_MAX) {
            merge.now();
            found = read(workspaceId);
        }
        List<String> rows = new ArrayList<>();
        List<ClickId> clickIds = new ArrayList<>();
        for (Object row : found) {
            rows.add((String) ((Object[]) row)[0]);
            clickIds.addAll(Merging.clickIds((String) ((Object[]) row)[1]));
        }
        return new Clicks(rows, clickIds);
    }

    /** @return the same; the other clicks are at their links from then on */
    public Clicks besideLinks(WorkspaceId workspaceId) {
        Clicks pending = of(workspaceId);
        if (database.unwrap(Session.class).doReturningWork(LinkClicks::areNoted)) {
            merge.bringToLinks();
        }
        return pending;
    }

    /** @return all clicks of the workspace that are not in the cells, for who keeps them from being merged */
    public List<ClickId> all(WorkspaceId workspaceId) {
        List<?> rows = database.createNativeQuery("select d.click_ids from statistics_click_delta d"
                        + " where d.workspace_id = :workspace").setParameter("workspace", workspaceId).getResultList();
        return rows.stream().flatMap(row -> Merging.clickIds((String) row).stream()).toList();
    }

    private List<?> read(WorkspaceId workspaceId) {
        return database.createNativeQuery("select d.id, d.click_ids from statistics_click_delta d"
                        + " where d.workspace_id = :workspace order by d.id")
                .setParameter("workspace", workspaceId).setMaxResults(ROWS_MAX + 1).getResultList();
    }
}
