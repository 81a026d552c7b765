package org.conversions.platform.secret;

/** A room that keeps secrets in rows of its own, and seals them again when the master key changes. */
public interface SealedRows {

    /**
     * The result of a step.
     *
     * @param last   the key after which the next step begins; null after the last row
     * @param sealed the number of rows that were sealed again
     */
    record Step(String last, int sealed) {
    }

    /**
     * Takes the next rows in the order of their keys, in a transaction of its own, and seals again what is not sealed with
     * the current key in the newest form. A row that is changed at the same time is left as it is written there.
     *
     * @param after {@link Step#last} of the step before, or an empty text
     * @param max   how many rows
     */
    Step sealAgain(String after, int max);
}
