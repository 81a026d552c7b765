package org.conversions.platform;

/** Checks rows that this application has written: one that breaks a rule is a bug of ours, and must not pass unseen. */
public final class StoredRow {

    private StoredRow() {
    }

    /**
     * @param row  the table and the id of the row
     * @param rule as it should be
     * @throws IllegalStateException when the rule does not hold
     */
    public static void mustHold(boolean holds, String row, String rule) {
        if (!holds) {
            throw new IllegalStateException("The row " + row + " breaks a rule: " + rule);
        }
    }
}
