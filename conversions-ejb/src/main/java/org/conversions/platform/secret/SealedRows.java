package org.conversions.platform.secret;

/** Whoever keeps secrets in rows of its own seals them again when the master key changes. */
public interface SealedRows {

    /**
     * How far a step came.
     *
     * @param last   where the next step begins; null after the last row
     * @param sealed how many were sealed again
     */
    record Step(String last, int sealed) {
    }

    /**
     * Takes the next rows in the order of their keys, in a transaction of its own, and seals again what is not sealed with
     * the current key in the newest form. A row that somebody changes at the same time is left as they write it.
     *
     * @param after {@link Step#last} of the step before, or an empty text
     * @param max   how many rows
     */
    Step sealAgain(String after, int max);
}
