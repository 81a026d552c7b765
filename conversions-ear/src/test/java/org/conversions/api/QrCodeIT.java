package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes that cameras read. */
class QrCodeIT {

    private static final String ADDRESS = "https://example.com/path?a=b&c=d#é";

    private final ConversionsServer server = ConversionsServer.shared();
    private final Api anybody = server.api(null);

    @Test
    void theCodeOfALinkLeadsToItAndItsScansAreDistinguished() throws Exception {
        Merchant merchant = Merchant.of(QrCodeIT.class);
        JsonNode link = merchant.link();
        URI picture = URI.create(link.path("qrCode").asText());
        BufferedImage image = picture(picture.getRawPath() + '?' + picture.getRawQuery());
        assertThat(image.getWidth()).isEqualTo(600);
        assertThat(read(image)).isEqualTo(link.path("shortLink").asText() + "?qr=1");
        new Visitor().isSentTo("/" + link.path("key").asText() + "?qr=1");
        JsonNode click = expect(200, merchant.api().get("/api/events?event=clicks&interval=24h&linkId="
                + link.path("id").asText())).path(0).path("click");
        assertThat(click.path("trigger").asText()).isEqualTo("qr");
        assertThat(click.path("qr").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&size=200&level=H", "&level=M&fgColor=%230b5d4b&bgColor=FFE", "&level=Q&margin=0&size=77",
        "&includeMargin=false", "&logo=https%3A%2F%2Fevil.example%2Flogo.png&hideLogo=true", "&size=", "&level=L&margin=40&size=1000"})
    void whatIsDrawnCanBeRead(String parameters) throws Exception {
        BufferedImage image = picture(address(ADDRESS) + parameters);
        assertThat(read(image)).isEqualTo(ADDRESS);
    }

    @Test
    void theColoursAndTheMarginAreThoseAskedFor() throws Exception {
        BufferedImage image = picture(address(ADDRESS) + "&fgColor=%23abc&bgColor=%23102030&includeMargin=false&size=590");
        assertThat(image.getRGB(0, 0)).isEqualTo(0xff102030);
        int start = 0;
        while (image.getRGB(start, start) == 0xff102030) {
            start++;
        }
        assertThat(start).as("no more than what is left over").isLessThan(20);
        assertThat(image.getRGB(start, start)).isEqualTo(0xffaabbcc);
    }

    @Test
    void aDrawingIsForWhoeverAsksForOne() {
        String svg = expectText(anybody.get(address(ADDRESS) + "&format=svg"));
        assertThat(svg).startsWith("<svg ").doesNotContain("<script", "example.com");
        assertThat(expectText(anybody.get(address(ADDRESS), "Accept", "image/svg+xml"))).isEqualTo(svg);
        for (String accept : new String[] {"image/png", "*/*", "image/avif,image/svg+xml,image/*,*/*;q=0.8", "application/json"}) {
            assertThat(anybody.get(address(ADDRESS), "Accept", accept).header("Content-Type")).as(accept).isEqualTo("image/png");
        }
        assertThat(anybody.get(address(ADDRESS) + "&format=png", "Accept", "image/svg+xml").header("Content-Type"))
                .isEqualTo("image/png");
    }

    @Test
    void aCodeIsDrawnOnceForTheSameBrowser() {
        Answer first = anybody.get(address(ADDRESS));
        assertThat(first.header("Cache-Control")).contains("max-age=86400").doesNotContain("no-store", "private");
        assertThat(first.header("Vary")).contains("Accept");
        Answer again = anybody.get(address(ADDRESS), "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(anybody.get(address(ADDRESS) + "&size=300", "If-None-Match", first.header("ETag")).status())
                .isEqualTo(200);
        assertThat(anybody.get(address(ADDRESS) + "&format=svg").header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?url=", "?url=ftp%3A%2F%2Fexample.com", "?url=javascript%3Aalert(1)", "?url=example.com",
        "?url=https%3A%2F%2F", "?url=https%3A%2F%2Fa%20b", "?url=tel%3A110"})
    void onlyAddressesOfTheWebAreDrawn(String query) {
        Errors.isError(anybody.get("/api/qr" + query), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=0", "size=-1", "size=20", "size=1001", "size=x", "size=99999999999", "level=X", "level=",
        "level=l", "fgColor=red", "fgColor=%23ff", "fgColor=%22%3E", "bgColor=", "fgColor=fff", "margin=-1", "margin=41",
        "margin=x", "logo=https://evil.example/logo.png", "includeMargin=no", "format=gif", "hideLogo=1"})
    void aPictureThatIsNoneIsRefused(String parameter) {
        Errors.isError(anybody.get(address("https://example.com/") + '&' + parameter), 422);
    }

    @Test
    void whatNoCodeCanHoldIsRefused() {
        assertThat(anybody.get(address("https://example.com/" + "x".repeat(1_980))).status()).isEqualTo(200);
        Errors.isError(anybody.get(address("https://example.com/" + "x".repeat(1_981))), 422);
        Errors.isError(anybody.get(address("https://example.com/" + "x".repeat(1_900)) + "&level=H"), 422);
        Errors.isError(anybody.get(address("https://example.com/" + "x".repeat(1_900)) + "&size=100"), 422);
    }

    private static String address(String url) {
        return "/api/qr?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
    }

    private static String expectText(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("image/svg+xml");
        return answer.body();
    }

    private BufferedImage picture(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(server.base().resolve(path)).build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        return ImageIO.read(answer.body());
    }

    private static String read(BufferedImage image) throws Exception {
        int size = image.getWidth();
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size,
                image.getRGB(0, 0, size, size, null, 0, size))))).getText();
    }
}
