package org.conversions.platform.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.platform.Page;

/**
 * The place at which a page of a list begins, and the direction in which it is read. Before a cursor the rows nearest to it are wanted, so
 * they are read backwards and turned round.
 *
 * @param id        of the row next to the page; null for a page that begins at an end
 * @param ascending the order of the statement, which is not always that of the list
 * @param backwards whether the rows are turned round
 */
public record Cursor(String id, boolean ascending, boolean backwards) {

    /** @param ascending the order of the list */
    public static Cursor of(Page page, boolean ascending) {
        boolean backwards = page.startingAfter() == null && page.endingBefore() != null;
        return new Cursor(backwards ? page.endingBefore() : page.startingAfter(), ascending != backwards, backwards);
    }

    /** @return the comparison for rows beyond the cursor: {@code >} or {@code <} */
    public String beyond() {
        return ascending ? ">" : "<";
    }

    /** @return {@code asc} or {@code desc} */
    public String direction() {
        return ascending ? "asc" : "desc";
    }

    /**
     * @param columns as the index has them: those in which all rows of the list are alike come first, because H2 sorts all rows
     *                where they are left out
     * @return what stands behind {@code order by}
     */
    public String order(String... columns) {
        return Stream.of(columns).map(column -> column + ' ' + direction()).collect(Collectors.joining(", "));
    }

    /** @return the rows in the order of the list */
    public <T> List<T> inOrder(List<T> rows) {
        List<T> ordered = new ArrayList<>(rows);
        if (backwards) {
            Collections.reverse(ordered);
        }
        return ordered;
    }
}
