package org.conversions.platform.query;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import org.conversions.platform.UtcTime;

/** Reads the columns of native queries, whose types are as the driver and Hibernate see fit. */
public final class Columns {

    private Columns() {
    }

    /** @return the whole number; 0 for null, which is the sum of no rows */
    public static long number(Object column) {
        return column == null ? 0 : ((Number) column).longValue();
    }

    /** @return the time of a column that holds UTC; null for null */
    public static Instant time(Object column) {
        return UtcTime.instant(column instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : (LocalDateTime) column);
    }
}
