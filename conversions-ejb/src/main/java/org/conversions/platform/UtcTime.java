package org.conversions.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Instants are columns without a zone that hold UTC. Writing them as local date-times keeps every driver from
 * converting them by the zone of the JVM, the session or the server.
 */
@Converter(autoApply = true)
public class UtcTime implements AttributeConverter<Instant, LocalDateTime> {

    /**
     * A time before all of ours. A query for due rows begins here: in an index of the embedded database the rows that are
     * never due come first, and without a beginning it would read all of them.
     */
    public static final Instant LONG_AGO = Instant.EPOCH;

    @Override
    public LocalDateTime convertToDatabaseColumn(Instant instant) {
        return column(instant);
    }

    @Override
    public Instant convertToEntityAttribute(LocalDateTime column) {
        return instant(column);
    }

    /** Converts for native statements. @return the column's value, or null for null */
    public static LocalDateTime column(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    /** Converts for native queries. @return the instant of a column's value, or null for null */
    public static Instant instant(LocalDateTime column) {
        return column == null ? null : column.toInstant(ZoneOffset.UTC);
    }
}
