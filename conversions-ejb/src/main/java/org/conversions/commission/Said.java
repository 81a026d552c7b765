package org.conversions.commission;

/**
 * What somebody said of a change.
 *
 * @param reason in the operator's words, or a word of the guard; null for none
 * @param person as people know them; null for the system
 */
record Said(String reason, String person) {

    static final Said NOTHING = new Said(null, null);
}
