package org.conversions.exchange;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.conversions.server.Api;
import org.conversions.server.BuildFolder;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.Test;

/** Where the rates of a whole server come from: the bundled file, the operator's file, an address. */
class RateFeedsIT {

    private static final String ECB = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
              <Cube><Cube time='%s'>
                <Cube currency='USD' rate='1.1250'/><Cube currency='JPY' rate='180.00'/><Cube currency='CAD' rate='1.5750'/>
              </Cube></Cube>
            </gesmes:Envelope>
            """;

    private final LocalDate today = LocalDate.now(Clock.systemUTC());
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void theOperatorsFileIsReadAgainWhenItChangesAndTheAddressIsAskedSoonAfterTheStart() throws IOException {
        Path file = BuildFolder.create("rates").resolve("rates");
        Files.writeString(file, ECB.formatted(today.minusDays(2)));
        try (ConversionsServer server = started(Map.of("conversions.fx.file", file.toString()))) {
            JsonNode rates = rates(server);
            assertThat(rates.path("asOf").asText()).isEqualTo(today.minusDays(2).toString());
            assertThat(rates.path("source").asText()).isEqualTo("file");
            assertThat(rates.path("ageDays").asInt(-1)).as("3 when a day has begun meanwhile").isBetween(2, 3);
            assertThat(rates.path("stale").asBoolean(true)).isFalse();
            assertThat(rates.path("own")).isEmpty();
            assertThat(rates.path("held")).isEmpty();
            assertThat(rate(server, "JPY")).isEqualTo("160");
            assertThat(rate(server, "CAD")).isEqualTo("1.4");
            assertThat(rate(server, "EUR")).isEqualTo("0.888888888888888889");
            assertThat(rates.path("rates").size()).as("with the bundled ones").isGreaterThan(150);
            assertThat(server.log()).doesNotContain("days old");

            Files.writeString(file, "{\"base\":\"USD\",\"asOf\":\"" + today.minusDays(1) + "\",\"rates\":{\"CAD\":\"1.5\",\"JPY\":\"-1\"}}");
            says(server, "conversions.fx.file: the file " + file + " is not used, the rates stay as they are: rates.JPY: "
                    + "must be a number more than 0");
            assertThat(withoutAge(rates(server))).isEqualTo(withoutAge(rates));

            Files.writeString(file, "{\"base\":\"USD\",\"asOf\":\"" + today.minusDays(1)
                    + "\",\"rates\":{\"CAD\":\"1.5\",\"JPY\":\"16000\",\"XAU\":\"0.0002\"}}");
            says(server, "left out, being none: XAU");
            says(server, "the rates of jpy differ from the last ones by more than 25 percent");
            assertThat(rate(server, "CAD")).isEqualTo("1.5");
            assertThat(rate(server, "JPY")).isEqualTo("160");
            assertThat(rates(server).path("held").path(0).path("currency").asText()).isEqualTo("JPY");
            assertThat(rates(server).path("held").path(0).path("source").asText()).isEqualTo("file");

            Files.writeString(file, "{\"base\":\"USD\",\"asOf\":\"" + today.minusDays(1)
                    + "\",\"confirm\":true,\"rates\":{\"CAD\":\"1.51\",\"JPY\":\"16000\"}}");
            await().atMost(30, SECONDS).until(() -> rate(server, "JPY").equals("16000"));
            assertThat(rate(server, "CAD")).as("a corrected rate of the same day").isEqualTo("1.51");
            assertThat(rates(server).path("held")).isEmpty();

            Files.delete(file);
            says(server, "the rates stay as they are: is not there");
            JsonNode last = rates(server);
            Files.writeString(file, "<html>Not found</html>");
            CountDownLatch open = new CountDownLatch(1);
            HttpServer source = source(open);
            try {
                server.set("conversions.fx.url", "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                        + source.getAddress().getPort() + "/daily?key=s3cret");
                server.restart();
                assertThat(withoutAge(rates(server))).as("after a start with the bundled file and none of the operator's")
                        .isEqualTo(withoutAge(last));
                says(server, "conversions.fx.file: the file " + file
                        + " is not used, the rates stay as they are: must have a Cube");
                open.countDown();
                says(server, "conversions.fx.url: rates of " + today);
                JsonNode newer = rates(server);
                assertThat(newer.path("source").asText()).isEqualTo("url");
                assertThat(newer.path("asOf").asText()).isEqualTo(today.toString());
                assertThat(rate(server, "CHF")).isEqualTo("0.8");
                assertThat(newer.path("held").path(0).path("currency").asText())
                        .as("an address cannot confirm what jumps").isEqualTo("JPY");
                assertThat(asked).hasValue(1);
                assertThat(server.log()).doesNotContain("s3cret", "days old");
            } finally {
                open.countDown();
                source.stop(0);
            }
            assertThat(server.log().split("is not used, the rates stay as they are: rates.JPY", -1)).as("said once").hasSize(2);
        }
    }

    /** @param open until when it lets its callers wait */
    private HttpServer source(CountDownLatch open) throws IOException {
        HttpServer source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        source.createContext("/daily", exchange -> {
            asked.incrementAndGet();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] body = ("{\"base\":\"EUR\",\"asOf\":\"" + today
                    + "\",\"confirm\":true,\"rates\":{\"USD\":1.1250,\"CHF\":0.9,\"JPY\":180}}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        source.start();
        return source;
    }

    private static ConversionsServer started(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("conversions.bootstrap.api-key", ServerSettings.API_KEY);
        return ConversionsServer.started(all);
    }

    private static void says(ConversionsServer server, String sentence) {
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(server.log()).contains(sentence));
    }

    private static JsonNode rates(ConversionsServer server) {
        Api.Answer answer = server.api(ServerSettings.API_KEY).get("/api/exchange-rates");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** A day may begin at any moment. */
    private static JsonNode withoutAge(JsonNode rates) {
        return ((ObjectNode) rates.deepCopy()).without("ageDays");
    }

    private static String rate(ConversionsServer server, String currency) {
        return rates(server).path("rates").path(currency).asText();
    }
}
