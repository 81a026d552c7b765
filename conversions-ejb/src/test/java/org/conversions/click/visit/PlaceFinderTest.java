package org.conversions.click.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceFinderTest {

    private final PlaceFinder finder = new PlaceFinder();

    @TempDir
    private Path folder;

    @Test
    void withoutAFileAPlaceIsWhatTheProxySays() {
        Place stated = new Place("DE", "DE-BE", "Berlin", "EU");
        assertThat(finder.find("192.0.2.1", stated)).isEqualTo(stated);
        assertThat(finder.find("192.0.2.1", Place.UNKNOWN)).isEqualTo(Place.UNKNOWN);
    }

    @Test
    void theFileSaysWhatThereIsOfCountryRegionAndCity() throws IOException {
        finder.open(lowHalf());
        assertThat(finder.find("81.2.69.160", Place.UNKNOWN)).isEqualTo(new Place("GB", "GB-ENG", "London", "EU"));
        assertThat(finder.find("203.0.113.1", Place.UNKNOWN)).isEqualTo(Place.UNKNOWN);
        assertThat(finder.find("not an address", Place.UNKNOWN)).isEqualTo(Place.UNKNOWN);
    }

    @Test
    void theProxyKnowsBetterThanTheFile() throws IOException {
        finder.open(lowHalf());
        assertThat(finder.find("81.2.69.160", country("FR", "EU"))).isEqualTo(country("FR", "EU"));
        assertThat(finder.find("81.2.69.160", country("GB", "EU")).city()).isEqualTo("London");
        assertThat(finder.find("203.0.113.1", country("GB", "EU"))).isEqualTo(country("GB", "EU"));
        Place leeds = new Place("GB", "", "Leeds", "EU");
        assertThat(finder.find("81.2.69.160", leeds)).isEqualTo(leeds);
        assertThat(finder.find("203.0.113.1", country("", "EU")).continent()).isEqualTo("EU");
    }

    @Test
    void aFileThatIsNoneIsSaidSo() throws IOException {
        File text = Files.writeString(folder.resolve("geo.txt"), "no database").toFile();
        assertThatThrownBy(() -> finder.open(text)).isInstanceOf(UncheckedIOException.class).hasMessageContaining("conversions.geo.file");
        assertThatThrownBy(() -> finder.open(new File("nowhere.mmdb"))).isInstanceOf(UncheckedIOException.class);
    }

    private static Place country(String country, String continent) {
        return new Place(country, "", "", continent);
    }

    /** A database in MaxMind's format with one entry, for all IPv4 addresses whose first bit is 0. */
    private File lowHalf() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        // One node of the search tree: a 0 bit leads to the first byte of the data (1 node + 16), a 1 bit to nothing.
        file.write(new byte[] {0, 0, 17, 0, 0, 1});
        file.write(new byte[16]);
        map(file, 3);
        text(file, "country");
        map(file, 1);
        text(file, "iso_code");
        text(file, "GB");
        text(file, "subdivisions");
        file.write(new byte[] {1, 4});
        map(file, 1);
        text(file, "iso_code");
        text(file, "ENG");
        text(file, "city");
        map(file, 1);
        text(file, "names");
        map(file, 1);
        text(file, "en");
        text(file, "London");
        file.write(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        file.write("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
        map(file, 9);
        text(file, "node_count");
        file.write(new byte[] {(byte) 0xc1, 1});
        text(file, "record_size");
        file.write(new byte[] {(byte) 0xa1, 24});
        text(file, "ip_version");
        file.write(new byte[] {(byte) 0xa1, 4});
        text(file, "database_type");
        text(file, "Test");
        text(file, "languages");
        file.write(new byte[] {1, 4});
        text(file, "en");
        text(file, "binary_format_major_version");
        file.write(new byte[] {(byte) 0xa1, 2});
        text(file, "binary_format_minor_version");
        file.write(new byte[] {(byte) 0xa1, 0});
        text(file, "build_epoch");
        file.write(new byte[] {1, 2, 1});
        text(file, "description");
        map(file, 0);
        return Files.write(folder.resolve("geo.mmdb"), file.toByteArray()).toFile();
    }

    private static void map(ByteArrayOutputStream file, int size) {
        file.write(0xe0 | size);
    }

    private static void text(ByteArrayOutputStream file, String text) {
        file.write(0x40 | Math.min(text.length(), 29));
        if (text.length() >= 29) {
            file.write(text.length() - 29);
        }
        file.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
