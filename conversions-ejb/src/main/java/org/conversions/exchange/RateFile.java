package org.conversions.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.conversions.money.Currencies;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;

/**
 * A file of rates, in either of two forms: JSON with {@code base}, {@code asOf} and {@code rates} (a {@code timestamp} in
 * seconds will do for the day, as common feeds have it), or the European Central Bank's XML. Codes that are no currency of
 * {@link Currencies}, such as metals, are left out: feeds have them, and no payment is made in them. Anything else that
 * cannot be refuses the whole file.
 *
 * @param confirmed true when the file says {@code "confirm": true}: its author has seen the jumps
 * @param leftOut   the codes that were left out
 */
record RateFile(RateSet rates, boolean confirmed, SortedSet<String> leftOut) {

    /** A whole file with all currencies has a few kilobytes, and one of ninety days a hundred. */
    static final int BYTES_MAX = 1024 * 1024;

    private static final ObjectReader JSON = Json.MAPPER.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String CUBE = "Cube";

    /**
     * @param today the day in UTC
     * @throws RequestRefused with a sentence that says what is wrong with the file
     */
    static RateFile read(byte[] file, LocalDate today) {
        if (file.length > BYTES_MAX) {
            throw RequestRefused.unprocessable("file_too_large", "is longer than " + BYTES_MAX + " bytes");
        }
        if (!isXml(file)) {
            return json(file, today);
        }
        SortedMap<LocalDate, Map<String, String>> days = xml(file);
        return euros(days.lastKey(), days.get(days.lastKey()), today);
    }

    /**
     * Reads a file of many days, which only the European Central Bank's XML can be.
     *
     * @param today the day in UTC
     * @return a file for each of its days, the oldest first
     * @throws RequestRefused with a sentence that says what is wrong with the file
     */
    static List<RateFile> history(byte[] file, LocalDate today) {
        if (file.length > BYTES_MAX || !isXml(file)) {
            throw RequestRefused.unprocessable("file_malformed",
                    "must be the European Central Bank's XML of at most " + BYTES_MAX + " bytes");
        }
        List<RateFile> files = new ArrayList<>();
        xml(file).forEach((day, rates) -> files.add(euros(day, rates, today)));
        return files;
    }

    private static boolean isXml(byte[] file) {
        for (byte next : file) {
            // Whatever stands before the first character, white space or a byte order mark, is not ASCII or not visible.
            if (next > ' ') {
                return next == '<';
            }
        }
        return false;
    }

    private static RateFile json(byte[] file, LocalDate today) {
        JsonNode root;
        try {
            root = JSON.readTree(file);
        } catch (JsonProcessingException e) {
            throw RequestRefused.unprocessable("file_malformed", "is not valid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw RequestRefused.unprocessable("file_malformed", "cannot be read as text: " + e.getMessage());
        }
        if (!root.path("base").isTextual() || !root.path("rates").isObject()) {
            throw RequestRefused.unprocessable("file_malformed", "must be an object with base, asOf and rates");
        }
        Map<String, String> rates = new LinkedHashMap<>();
        root.path("rates").properties().forEach(field -> rates.put(field.getKey(),
                field.getValue().isNumber() ? field.getValue().decimalValue().toString() : field.getValue().textValue()));
        return of(root.path("base").textValue(), day(root), today, rates, root.path("confirm").asBoolean(false));
    }

    private static LocalDate day(JsonNode root) {
        JsonNode asOf = root.path("asOf");
        JsonNode timestamp = root.path("timestamp");
        try {
            if (asOf.isTextual()) {
                return LocalDate.parse(asOf.textValue());
            } else if (asOf.isMissingNode() && timestamp.isIntegralNumber() && timestamp.canConvertToLong()) {
                return LocalDate.ofInstant(Instant.ofEpochSecond(timestamp.longValue()), ZoneOffset.UTC);
            }
        } catch (DateTimeException e) {
            throw noDay(e);
        }
        throw noDay(null);
    }

    private static SortedMap<LocalDate, Map<String, String>> xml(byte[] file) {
        // The JDK's own, whatever else the server brings: its behaviour is the one that is tested.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return xml(factory.createXMLStreamReader(new ByteArrayInputStream(file)));
        } catch (XMLStreamException e) {
            throw RequestRefused.unprocessable("file_malformed", "is not valid XML: " + firstLine(e.getMessage()));
        }
    }

    /** @return by day, units for one euro, which are in Cube elements below one with their day; never empty */
    private static SortedMap<LocalDate, Map<String, String>> xml(XMLStreamReader reader) throws XMLStreamException {
        SortedMap<LocalDate, Map<String, String>> days = new TreeMap<>();
        Map<String, String> rates = null;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw RequestRefused.unprocessable("file_malformed", "must not have a document type");
            }
            if (event != XMLStreamConstants.START_ELEMENT || !reader.getLocalName().equals(CUBE)) {
                continue;
            }
            String time = reader.getAttributeValue(null, "time");
            String currency = reader.getAttributeValue(null, "currency");
            if (time != null) {
                rates = days.computeIfAbsent(day(time), day -> new LinkedHashMap<>());
            } else if (currency != null && rates != null
                    && rates.put(currency, String.valueOf(reader.getAttributeValue(null, "rate"))) != null) {
                throw RequestRefused.unprocessable("file_malformed", "has a currency twice in one day");
            }
        }
        if (days.isEmpty()) {
            throw RequestRefused.unprocessable("file_malformed",
                    "must have a Cube element with a time, as the European Central Bank's has");
        }
        return days;
    }

    private static RateFile euros(LocalDate day, Map<String, String> rates, LocalDate today) {
        return of("EUR", day, today, rates, false);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw noDay(e);
        }
    }

    private static RateFile of(String base, LocalDate asOf, LocalDate today, Map<String, String> rates,
                               boolean confirmed) {
        SortedSet<String> leftOut = new TreeSet<>(rates.keySet());
        leftOut.removeIf(name -> Currencies.known(name.toLowerCase(Locale.ROOT)));
        rates.keySet().removeAll(leftOut);
        return new RateFile(RateSet.of(base, asOf, today, rates), confirmed, leftOut);
    }

    private static RequestRefused noDay(DateTimeException cause) {
        RequestRefused refused = RequestRefused.unprocessable("field_malformed",
                "asOf: must be a day such as 2026-07-29");
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }

    private static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
