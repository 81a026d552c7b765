package org.conversions.payout.statement;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The months that statements are about, in UTC. */
final class Months {

    private Months() {
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** @return the last millisecond of the month */
    static Instant end(YearMonth month) {
        return start(month.plusMonths(1)).minusMillis(1);
    }
}
