package org.conversions.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateDownloadTest {

    private final AtomicInteger elsewhere = new AtomicInteger();
    private HttpServer source;

    @BeforeEach
    void start() throws IOException {
        source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers("/rates", 200, "rates".getBytes(UTF_8));
        source.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        source.start();
    }

    @AfterEach
    void stop() {
        source.stop(0);
    }

    @Test
    void whatTheAddressAnswersIsTaken() throws IOException {
        assertThat(RateDownload.fetch(address("/rates"))).asString(UTF_8).isEqualTo("rates");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsFollowed(int status) {
        source.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", address("/elsewhere"));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        refused("/moved", "the answer has status " + status);
        assertThat(elsewhere).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 401, 404, 500, 503})
    void onlyAGoodAnswerIsTaken(int status) {
        answers("/bad", status, new byte[0]);
        refused("/bad", "the answer has status " + status);
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        source.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                byte[] block = new byte[64 * 1024];
                for (int i = 0; i < 1_000; i++) {
                    body.write(block);
                }
            } catch (IOException e) {
                exchange.close(); // the reader has had enough
            }
        });
        refused("/endless", "the answer is longer than " + RateFile.BYTES_MAX + " bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rates", "file:///etc/passwd", "ftp://rates.example/s3cret", "jar:file:/x.jar!/rates", "http://",
        "https:///s3cret", "nonsense:s3cret"})
    void onlyHttpIsSpoken(String address) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> RateDownload.fetch(address))
                .withMessage("it must be an http or https address").withNoCause();
    }

    @Test
    void anAbsentServerIsReportedWithoutTheAddress() {
        source.stop(0);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> RateDownload.fetch(address("/rates")))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("s3cret"));
    }

    private void refused(String path, String message) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> RateDownload.fetch(address(path)))
                .withMessage(message);
    }

    private void answers(String path, int status, byte[] body) {
        source.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private String address(String path) {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + source.getAddress().getPort() + path
                + "?key=s3cret";
    }
}
