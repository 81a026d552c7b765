package org.conversions.web.api;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.BiFunction;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;

/**
 * Reads numbers, booleans and times in path and query, and names the one that cannot be read: the server's own way
 * would be a bare 404. An empty value is an absent one; a primitive type is then zero or false.
 */
@Provider
public class Parameters implements ParamConverterProvider {

    private static final Map<Class<?>, BiFunction<String, String, Object>> READERS = Map.of(
            int.class, Parameters::integer,
            Integer.class, Parameters::integer,
            long.class, Parameters::longInteger,
            Long.class, Parameters::longInteger,
            boolean.class, Parameters::bool,
            Boolean.class, Parameters::bool,
            Instant.class, Parameters::instant);

    /** The earliest and latest time that every database can hold and compare. */
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** @see #instant(String, String, ZoneId); a day begins in UTC */
    public static Instant instant(String name, String text) {
        return instant(name, text, ZoneOffset.UTC);
    }

    /**
     * @param name what to call it in the error
     * @param text a time with offset (2026-07-29T10:00:00Z), one without (2026-07-29T10:00:00) in the zone, or a day
     *             (2026-07-29), which is the moment it begins there; of the years 1000 to 9999
     * @throws RequestRefused unprocessable_entity
     */
    public static Instant instant(String name, String text, ZoneId zone) {
        try {
            Instant instant = text.indexOf('T') < 0 ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)
                            instanceof OffsetDateTime time ? time.toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw notATime(name);
        }
        throw notATime(name);
    }

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        BiFunction<String, String, Object> reader = READERS.get(type);
        String name = name(annotations);
        return reader == null ? null : new ParamConverter<>() {
            @Override
            @SuppressWarnings("unchecked")
            public T fromString(String text) {
                return text == null || text.isEmpty() ? absent(type) : (T) reader.apply(name, text);
            }

            @Override
            public String toString(T value) {
                return value instanceof Instant instant ? Json.text(instant) : String.valueOf(value);
            }
        };
    }

    /** @return null, or zero or false for a primitive type */
    @SuppressWarnings("unchecked")
    private static <T> T absent(Class<T> type) {
        return (T) Array.get(Array.newInstance(type, 1), 0);
    }

    private static RequestRefused notATime(String name) {
        return RequestRefused.unprocessable("field_malformed", name + ": must be a time such as 2026-07-29T10:00:00Z");
    }

    private static Integer integer(String name, String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw RequestRefused.unprocessable("field_malformed", name + ": must be a whole number");
        }
    }

    private static Long longInteger(String name, String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw RequestRefused.unprocessable("field_malformed", name + ": must be a whole number");
        }
    }

    private static Boolean bool(String name, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw RequestRefused.unprocessable("field_malformed", name + ": must be true or false");
        }
        return Boolean.valueOf(text);
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            } else if (annotation instanceof PathParam path) {
                return path.value();
            }
        }
        return "parameter";
    }
}
