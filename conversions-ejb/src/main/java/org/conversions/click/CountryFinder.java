package org.conversions.click;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds out where a visitor is: by the header of a trusted proxy, else by a MaxMind file (country or city) that the
 * operator names. With neither, places are not known.
 */
@ApplicationScoped
public class CountryFinder {

    private static final int CITY_LENGTH_MAX = 100;
    private static final int REGION_LENGTH_MAX = 20;

    @Inject
    @ConfigProperty(name = "conversions.geo.file")
    private Optional<String> file;

    private Reader reader;

    @PostConstruct
    void open() {
        file.ifPresent(name -> open(new File(name)));
    }

    /** @throws UncheckedIOException when the file is not there or is no MaxMind file */
    void open(File database) {
        try {
            reader = new Reader(database, new CHMCache());
        } catch (IOException e) {
            throw new UncheckedIOException("conversions.geo.file: cannot read " + database, e);
        }
    }

    /** @param proxyCountry what a trusted proxy says, or null */
    public Place find(String address, String proxyCountry) {
        Place stated = country(proxyCountry);
        if (reader == null) {
            return stated;
        }
        Place read = IpAddress.parse(address).map(this::read).orElse(Place.UNKNOWN);
        boolean agree = stated.country().isEmpty() || stated.country().equals(read.country());
        return agree ? read : stated;
    }


    @PreDestroy
    void close() {
        if (reader == null) {
            return;
        }
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Place read(InetAddress address) {
        try {
            Map<?, ?> found = reader.get(address, Map.class);
            Place country = country(text(found, "country", "iso_code"));
            if (country.country().isEmpty()) {
                return Place.UNKNOWN;
            }
            String part = found.get("subdivisions") instanceof List<?> parts && !parts.isEmpty()
                    && parts.get(0) instanceof Map<?, ?> first ? text(first, "iso_code") : "";
            String region = part.isEmpty() ? "" : cut(country.country() + '-' + part, REGION_LENGTH_MAX);
            return new Place(country.country(), region, cut(text(found, "city", "names", "en"), CITY_LENGTH_MAX),
                    country.continent());
        } catch (IOException e) {
            throw new UncheckedIOException("conversions.geo.file cannot be read", e);
        }
    }

    private static Place country(String code) {
        String country = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
        String continent = Continents.of(country);
        return continent == null ? Place.UNKNOWN : new Place(country, "", "", continent);
    }

    private static String text(Map<?, ?> found, String... path) {
        Object value = found;
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value instanceof String text ? text : "";
    }

    private static String cut(String text, int lengthMax) {
        return text.length() <= lengthMax ? text : text.substring(0, lengthMax);
    }
}
