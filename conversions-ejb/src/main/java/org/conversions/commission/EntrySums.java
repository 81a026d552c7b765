package org.conversions.commission;

/** The number of entries of a commission, and what they come to in minor units. */
record EntrySums(int entries, long amount, long earnings) {

    static final EntrySums NONE = new EntrySums(0, 0, 0);

    EntrySums plus(Settlement.Missing entry) {
        return new EntrySums(entries + 1, amount + entry.amount(), earnings + entry.earnings());
    }
}
