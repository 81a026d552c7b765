package org.conversions.click.visit;

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
import java.util.Map;
import java.util.Optional;
import org.conversions.address.IpAddress;
import org.conversions.platform.TextColumn;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds out where a visitor is: by the headers of a trusted proxy, else by a MaxMind file (country or city) that the
 * operator names. With neither, places are not known.
 */
@ApplicationScoped
public class PlaceFinder {

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

    /** @param stated what a trusted proxy says; when that is no more than the country, the file adds what it knows */
    public Place find(String address, Place stated) {
        // A city of the file need not lie in a region that the proxy named.
        if (reader == null || !stated.region().isEmpty() || !stated.city().isEmpty()) {
            return stated;
        }
        Place read = IpAddress.parse(address).map(this::read).orElse(Place.UNKNOWN);
        boolean agree = stated.country().isEmpty() || stated.country().equals(read.country());
        return agree && !read.country().isEmpty() ? read : stated;
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
            Place country = StatedPlace.ofCountry(text(found, "country", "iso_code"));
            if (country.country().isEmpty()) {
                return Place.UNKNOWN;
            }
            String part = found.get("subdivisions") instanceof List<?> parts && !parts.isEmpty()
                    && parts.get(0) instanceof Map<?, ?> first ? text(first, "iso_code") : "";
            String region = part.isEmpty() ? "" : TextColumn.cut(country.country() + '-' + part, REGION_LENGTH_MAX);
            return new Place(country.country(), region, TextColumn.cut(text(found, "city", "names", "en"), Place.CITY_LENGTH_MAX),
                    country.continent());
        } catch (IOException e) {
            throw new UncheckedIOException("conversions.geo.file cannot be read", e);
        }
    }

    private static String text(Map<?, ?> found, String... path) {
        Object value = found;
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value instanceof String text ? text : "";
    }
}
