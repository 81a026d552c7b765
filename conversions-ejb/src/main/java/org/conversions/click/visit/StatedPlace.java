package org.conversions.click.visit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.conversions.address.PercentEncoding;

/** Reads the place of a visitor that a proxy states. What cannot be is taken for not stated. */
public final class StatedPlace {

    private static final Set<String> CONTINENTS = Set.of("AF", "AN", "AS", "EU", "NA", "OC", "SA");
    private static final Pattern REGION = Pattern.compile("[A-Z0-9]{1,3}");
    private static final int HEADER_LENGTH_MAX = 400;
    private static final int LATIN_1_MAX = 0xff;

    private StatedPlace() {
    }

    /**
     * Reads a place of headers, each of them perhaps null.
     *
     * @param country   two letters
     * @param region    the part of the country after the hyphen of ISO 3166-2, or the whole
     * @param city      in UTF-8, which a server may have read as Latin-1, or percent-encoded
     * @param continent two letters, which only matter when there is no country
     */
    public static Place of(String country, String region, String city, String continent) {
        Place stated = ofCountry(country);
        if (stated.country().isEmpty()) {
            String known = upper(continent);
            return CONTINENTS.contains(known) ? new Place("", "", "", known) : Place.UNKNOWN;
        }
        return new Place(stated.country(), region(stated.country(), upper(region)), city(city), stated.continent());
    }

    static Place ofCountry(String code) {
        String country = upper(code);
        String continent = Continents.of(country);
        return continent == null ? Place.UNKNOWN : new Place(country, "", "", continent);
    }

    private static String region(String country, String text) {
        String part = text.startsWith(country + '-') ? text.substring(country.length() + 1) : text;
        return REGION.matcher(part).matches() ? country + '-' + part : "";
    }

    private static String city(String text) {
        if (text == null || text.length() > HEADER_LENGTH_MAX) {
            return "";
        }
        String name = percentDecoded(text).strip();
        boolean odd = name.codePoints().anyMatch(point ->
                Character.isISOControl(point) || !Character.isDefined(point) || point == '<' || point == '>');
        return odd || name.length() > Place.CITY_LENGTH_MAX ? "" : name;
    }

    private static String percentDecoded(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character > LATIN_1_MAX) {
                // The server has read UTF-8 already.
                return text;
            }
            int octet = PercentEncoding.octet(text, i);
            octets.write(octet < 0 ? character : octet);
            i += octet < 0 ? 0 : 2;
        }
        byte[] all = octets.toByteArray();
        return PercentEncoding.utf8(all).orElseGet(() -> new String(all, StandardCharsets.ISO_8859_1));
    }

    private static String upper(String text) {
        return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    }
}
