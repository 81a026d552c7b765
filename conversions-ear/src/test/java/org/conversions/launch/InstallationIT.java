package org.conversions.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the executable jar holds is unpacked once, whole, and found again; needs no server. */
class InstallationIT {

    /** A class of the tests that no class loader above the server's knows under this name. */
    private static final String CLASS = "org/conversions/launch/InstallationIT$Served.class";

    @TempDir
    private Path temporary;
    private Path jar;
    private Path folder;

    /** What a library of the server consists of. */
    static final class Served {}

    @BeforeEach
    void pack() throws IOException {
        jar = temporary.resolve("conversions.jar");
        folder = temporary.resolve("data/ser ver");
        pack("first");
    }

    private void pack(String page) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("MICRO-INF/runtime/one.jar", zip(Map.of("META-INF/services/both", bytes("1"), "only/one.txt", bytes("one"),
                CLASS, Served.class.getResourceAsStream("/" + CLASS).readAllBytes())));
        parts.put("MICRO-INF/runtime/ra.rar", zip(Map.of("META-INF/ra.xml", bytes("adapter"))));
        parts.put("MICRO-INF/lib/two.jar", zip(Map.of("META-INF/services/both", bytes("2"),
                "META-INF/versions/17/newer/two.txt", bytes("new"))));
        parts.put("MICRO-INF/application/ROOT/app/page.html", bytes(page));
        parts.put("MICRO-INF/application/ROOT/WEB-INF/lib/others-1.0.jar", zip(Map.of("only/two.txt", bytes("two"))));
        parts.put("MICRO-INF/application/ROOT/WEB-INF/lib/jackson-jakarta-rs-json-provider-2.jar", zip(Map.of("only/four.txt", bytes("4"))));
        parts.put("MICRO-INF/application/ROOT/WEB-INF/lib/conversions-ejb.jar", zip(Map.of("only/three.txt", bytes("three"))));
        parts.put("org/conversions/launch/Other.class", bytes("stays in the jar"));
        Files.write(jar, zip(parts));
    }

    @Test
    void theNextStartFindsWhatThisOneHasUnpacked() throws IOException {
        Installation first = Installation.of(jar, folder);
        assertThat(first.application("ROOT").resolve("app/page.html")).hasContent("first");
        Files.createFile(first.folder().resolve("mark"));
        assertThat(Installation.of(jar, folder).folder().resolve("mark")).exists();
        assertThat(names(folder)).containsExactly(first.folder().getFileName().toString());
    }

    @Test
    void whatAKilledStartHasLeftIsClearedAway() throws IOException {
        Path left = Files.createDirectories(folder.resolve("unpacking/runtime"));
        Files.write(left.resolve("one.jar"), bytes("half of"));
        assertThat(text(Installation.of(jar, folder).classes().getResource("only/one.txt"))).isEqualTo("one");
        assertThat(names(folder)).hasSize(1);
    }

    @Test
    void whatWasCutShortOrIsGoneIsUnpackedAgain() throws IOException {
        Path page = Installation.of(jar, folder).application("ROOT").resolve("app/page.html");
        Files.write(page, bytes("fir"));
        assertThat(Installation.of(jar, folder).application("ROOT").resolve("app/page.html")).hasContent("first");
        Files.delete(page);
        assertThat(Installation.of(jar, folder).application("ROOT").resolve("app/page.html")).hasContent("first");
        Files.delete(page.getParent().getParent().getParent().resolveSibling("index"));
        assertThat(Installation.of(jar, folder).classes().getResource("only/one.txt")).isNotNull();
    }

    @Test
    void theServerTakesTheLibrariesOfOthersForUnpackedAndLooksIntoOursAndIntoTheOneForJson() throws IOException {
        Path application = Installation.of(jar, folder).application("ROOT");
        assertThat(application.resolve("WEB-INF/lib/others-1.0.jar")).exists();
        assertThat(names(application)).containsExactlyInAnyOrder("app", "WEB-INF", "WEB-INF__lib__others-1.0_jar");
    }

    @Test
    void anotherVersionTakesThePlaceOfThisOne() throws IOException {
        Path old = Installation.of(jar, folder).folder();
        pack("other"); // as long as the first
        assertThat(Installation.of(jar, folder).application("ROOT").resolve("app/page.html")).hasContent("other");
        assertThat(old).doesNotExist();
    }

    @Test
    void whereItCannotBeUnpackedTheStartEndsWithASentence() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> Installation.of(jar, file.resolve("server")))
                .withMessageContaining("the server cannot be unpacked below");
    }

    @Test
    void classesAndFilesAreFoundInAllLibraries() throws Exception {
        ServerClasses classes = Installation.of(jar, folder).classes();
        assertThat(Collections.list(classes.findResources("META-INF/services/both"))).extracting(InstallationIT::text)
                .containsExactlyInAnyOrder("1", "2");
        assertThat(classes.findResource("META-INF/services/none")).isNull();
        assertThat(classes.findResource("nowhere/none.txt")).isNull();
        assertThat(classes.findResource("only/")).isNull(); // no entry of its own, as in any class loader
        Class<?> served = classes.findClass("org.conversions.launch.InstallationIT$Served");
        assertThat(served.getClassLoader()).isSameAs(classes);
        assertThat(served.getPackage().getName()).isEqualTo("org.conversions.launch");
        assertThat(served.getProtectionDomain().getCodeSource().getLocation().getPath()).endsWith("runtime/one.jar");
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> classes.findClass("only.None"));
        assertThat(classes.getURLs()).hasSize(3);
    }

    @Test
    void adaptersAreFoundByTheirNames() throws IOException {
        try (InputStream adapter = Installation.of(jar, folder).classes().getResourceAsStream("ra.rar")) {
            assertThat(adapter).isNotEmpty();
        }
    }

    private static String text(URL file) {
        try (InputStream content = file.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList().stream();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }
}
