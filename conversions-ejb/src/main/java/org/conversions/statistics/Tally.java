package org.conversions.statistics;

import java.time.Instant;

/** Adds up what one transaction brings to one row of figures. */
final class Tally {

    long clicks;
    long leads;
    long conversions;
    long sales;
    long refunds;
    long grossAmount;
    long refundedAmount;
    /** The latest click for a link, the earliest sale for a customer; null when there was none. */
    Instant moment;
}
