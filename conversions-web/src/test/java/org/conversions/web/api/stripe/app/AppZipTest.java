package org.conversions.web.api.stripe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.conversions.access.Area;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppZipTest {

    private static final Path SOURCES = Path.of("../config/stripe-app");
    private static final String FOLDER = "app";
    private static final String HOST = "https://track.shop.example";
    private static final AppId ID = AppId.of(HOST);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void itHasEveryFileOfTheAppAndAnIcon() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> there = files.filter(Files::isRegularFile).map(file -> SOURCES.relativize(file).toString())
                    .filter(name -> !name.startsWith("node_modules")).toList();
            assertThat(AppSources.names()).containsExactlyInAnyOrderElementsOf(there);
        }
        assertThat(unpacked().keySet()).hasSize(AppSources.names().size() + 1).contains("app/icon.png", "app/README.md")
                .allMatch(name -> name.startsWith("app/"));
    }

    @Test
    void itIsTheSameWheneverItIsMade() {
        assertThat(AppZip.of(FOLDER, HOST, ID, "client")).isEqualTo(AppZip.of(FOLDER, HOST, ID, "client"));
    }

    @Test
    void itsFilesNameThisServerAndNotTheExample() throws IOException {
        JsonNode manifest = JSON.readTree(unpacked().get("app/stripe-app.json"));
        assertThat(manifest.path("id").asText()).isEqualTo("example.shop.track.conversions");
        assertThat(manifest.path("constants")).isEqualTo(JSON.valueToTree(Map.of("host", HOST, "appId",
                "example.shop.track.conversions", "clientId", "client", "scopes", AppSources.manifest().at("/constants/scopes"))));
        assertThat(manifest.path("allowed_redirect_uris").path(0).asText())
                .isEqualTo(HOST + "/api/stripe/connect/callback");
        assertThat(manifest.at("/ui_extension/content_security_policy/connect-src"))
                .isEqualTo(JSON.valueToTree(List.of(HOST + "/api/oauth/", HOST + "/api/stripe/")));
        assertThat(manifest.toString()).doesNotContain("go.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {HOST, "http://localhost:8080", "http://127.0.0.1:8081", "https://xn--bcher-kva.example/"})
    void itsManifestFitsTheSchemaThatStripePublishes(String baseUrl) {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(AppZipTest.class.getResourceAsStream("stripe-app.schema.json"));
        assertThat(schema.validate(AppManifest.of(AppSources.manifest(), baseUrl, AppId.of(baseUrl), "client"))).isEmpty();
        assertThat(schema.validate(AppSources.manifest())).isEmpty();
        assertThat(schema.validate(JSON.createObjectNode())).as("the schema is read").isNotEmpty();
    }

    @Test
    void itAsksForScopesThatThereAre() {
        assertThat(Area.scopes()).containsAll(AppManifest.scopes());
        assertThat(AppManifest.scopes()).contains("stripe.write").noneMatch(scope -> scope.startsWith("apis."));
    }

    @Test
    void itsViewsAreThere() {
        StreamSupport.stream(AppSources.manifest().at("/ui_extension/views").spliterator(), false)
                .map(view -> "src/views/" + view.path("component").asText() + ".tsx")
                .forEach(view -> assertThat(AppSources.names()).contains(view));
    }

    @Test
    void itNamesNoPackageRegistry() {
        assertThat(new String(AppSources.read("package-lock.json"), StandardCharsets.UTF_8)).doesNotContain("\"resolved\"");
    }

    @Test
    void itsIconIsAPictureOfTheSizeThatStripeWants() throws IOException {
        BufferedImage icon = ImageIO.read(new ByteArrayInputStream(unpacked().get("app/icon.png")));
        assertThat(icon.getWidth()).isEqualTo(300);
        assertThat(icon.getHeight()).isEqualTo(300);
        assertThat(icon.getRGB(0, 0)).isEqualTo(0xff0b5d4b);
        assertThat(icon.getRGB(210, 150)).isEqualTo(0xff6fd3b5);
        assertThat(icon.getRGB(75, 150)).isEqualTo(0xffffffff);
    }

    @ParameterizedTest
    @CsvSource({
        "https://go.example.com,      com.example.go.conversions",
        "https://go.example.com:8443, com.example.go.conversions",
        "http://localhost:8080,       localhost.conversions",
        "http://127.0.0.1:8080,       127-0-0-1.conversions",
        "http://[::1]:8080,           1.conversions"})
    void anAppIsNamedForItsServer(String baseUrl, String id) {
        assertThat(AppId.of(baseUrl).text()).isEqualTo(id);
    }

    @Test
    void aLongNameIsCutToWhatStripeTakes() {
        assertThat(AppId.of("https://" + "a234567890.".repeat(20) + "example").text()).hasSizeLessThanOrEqualTo(100)
                .endsWith(".conversions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", ".", "a/b", "a b", "a?b", "ä", "a%2fb", "a\nb"})
    void whatStripeWouldNotTakeIsRefused(String id) {
        assertThatThrownBy(() -> new AppId(id)).isInstanceOf(RequestRefused.class).hasMessageStartingWith("id: ");
    }

    private static Map<String, byte[]> unpacked() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(AppZip.of(FOLDER, HOST, ID, "client")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
