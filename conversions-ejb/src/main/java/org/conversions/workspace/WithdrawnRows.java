package org.conversions.workspace;

import java.util.List;

/** A room that says how its rows of a {@link Withdrawal} are deleted. */
public interface WithdrawnRows {

    /** The turns, one after the other, each in a transaction of its own. */
    enum Turn {
        /** What would bring more of the others. */
        CAUSES,
        /** What happened. */
        FACTS,
        /** What was added up from it, after that was done again. */
        FIGURES
    }

    /**
     * Some deletions. Their texts have the parameters {@code :workspace, :mark, :links, :connection, :program, :partner}.
     *
     * @param ids     a query for ids; null where none is needed
     * @param deletes statements; with ids they are run for some at a time, as {@code :ids}
     */
    record Deletions(String ids, List<String> deletes) {

        public static Deletions of(String... deletes) {
            return new Deletions(null, List.of(deletes));
        }

        public static Deletions ofIds(String ids, String... deletes) {
            return new Deletions(ids, List.of(deletes));
        }
    }

    default Turn turn() {
        return Turn.FACTS;
    }

    List<Deletions> deletions();
}
