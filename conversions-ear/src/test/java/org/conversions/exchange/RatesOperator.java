package org.conversions.exchange;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.conversions.server.Api;
import org.conversions.server.BuildFolder;
import org.conversions.server.ConversionsServer;

/**
 * The operator of a server, who brings it exchange rates: at first by a file, and from its second start on by an address.
 * The steps are called in the order in which they stand here.
 */
public final class RatesOperator {

    private static final String ECB = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
              <Cube><Cube time='%s'>
                <Cube currency='USD' rate='1.1250'/><Cube currency='JPY' rate='180.00'/><Cube currency='CAD' rate='1.5750'/>
              </Cube></Cube>
            </gesmes:Envelope>
            """;

    private static final int WAIT_SECONDS = 15;

    private final LocalDate today = LocalDate.now(Clock.systemUTC());
    private final Path file = BuildFolder.create("rates").resolve("rates");
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile boolean answered;
    private final ConversionsServer server;
    private Api api;
    private JsonNode last;

    /** @param server one that is not started yet */
    public RatesOperator(ConversionsServer server) {
        this.server = server;
        write(ECB.formatted(today.minusDays(2)));
        server.set("conversions.fx.file", file.toString());
        // The discard port: nobody answers there.
        server.set("conversions.fx.url", "http://127.0.0.1:9/daily?key=s3cret");
    }

    /** @param api somebody who may read the rates */
    public void theFileIsReadAgainWhenItChanges(Api api) {
        this.api = api;
        JsonNode rates = rates();
        assertThat(rates.path("asOf").asText()).isEqualTo(today.minusDays(2).toString());
        assertThat(rates.path("source").asText()).isEqualTo("file");
        assertThat(rates.path("ageDays").asInt(-1)).as("3 when a day has begun meanwhile").isBetween(2, 3);
        assertThat(rates.path("stale").asBoolean(true)).isFalse();
        assertThat(rates.path("own")).isEmpty();
        assertThat(rates.path("held")).isEmpty();
        assertThat(rate("JPY")).isEqualTo("160");
        assertThat(rate("CAD")).isEqualTo("1.4");
        assertThat(rate("EUR")).isEqualTo("0.888888888888888889");
        assertThat(rates.path("rates").size()).as("with the bundled ones").isGreaterThan(150);
        serverSays("conversions.fx.url: nothing is taken from there, the newest rates are of " + today.minusDays(2));
        assertThat(server.log().split("nothing is taken from there", -1)).as("said in one line").hasSize(2);
        assertThat(server.log()).doesNotContain("days old", "s3cret");

        write("{\"base\":\"USD\",\"asOf\":\"" + today.minusDays(1) + "\",\"rates\":{\"CAD\":\"1.5\",\"JPY\":\"-1\"}}");
        serverSays("conversions.fx.file: the file " + file + " is not used, the rates stay as they are: rates.JPY: "
                + "must be a number more than 0");
        assertThat(withoutAge(rates())).isEqualTo(withoutAge(rates));

        write("{\"base\":\"USD\",\"asOf\":\"" + today.minusDays(1)
                + "\",\"rates\":{\"CAD\":\"1.5\",\"JPY\":\"16000\",\"XAU\":\"0.0002\"}}");
        serverSays("left out, being none: XAU");
        serverSays("the rates of jpy differ from the last ones by more than 25 percent");
        assertThat(rate("CAD")).isEqualTo("1.5");
        assertThat(rate("JPY")).isEqualTo("160");
        assertThat(rates().path("held").path(0).path("currency").asText()).isEqualTo("JPY");
        assertThat(rates().path("held").path(0).path("source").asText()).isEqualTo("file");

        write("{\"base\":\"USD\",\"asOf\":\"" + today.minusDays(1)
                + "\",\"confirm\":true,\"rates\":{\"CAD\":\"1.51\",\"JPY\":\"16000\"}}");
        await().atMost(30, SECONDS).until(() -> rate("JPY").equals("16000"));
        assertThat(rate("CAD")).as("a corrected rate of the same day").isEqualTo("1.51");
        assertThat(rates().path("held")).isEmpty();

        delete();
        serverSays("the rates stay as they are: is not there");
        last = rates();
    }

    /** Between two lives of the server: the file makes no sense any more, and there is an address. */
    public void namesAnAddress() throws IOException {
        write("<html>Not found</html>");
        String source = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + source().getAddress().getPort();
        server.set("conversions.fx.url", source + "/daily?key=s3cret");
        server.set("conversions.fx.history-url", source + "/history");
    }

    /** Right after the second start: the address is asked at once, and waits for its answer no longer than it must. */
    public void theRatesAreAsBeforeUntilTheAddressAnswers() {
        JsonNode now = rates();
        if (!answered) { // the start has not taken longer than the address waits
            assertThat(withoutAge(now)).as("after a start with the bundled file and none of the operator's")
                    .isEqualTo(withoutAge(last));
        }
        serverSays("conversions.fx.file: the file " + file
                + " is not used, the rates stay as they are: must have a Cube");
        open.countDown();
        serverSays("conversions.fx.url: rates of " + today);
        JsonNode newer = rates();
        assertThat(newer.path("source").asText()).isEqualTo("url");
        assertThat(newer.path("asOf").asText()).isEqualTo(today.toString());
        assertThat(rate("CHF")).isEqualTo("0.8");
        assertThat(newer.path("held").path(0).path("currency").asText())
                .as("an address cannot confirm what jumps").isEqualTo("JPY");
        serverSays("conversions.fx.history-url: rates of 2 days from " + today.minusDays(40) + " to "
                + today.minusDays(39));
        assertThat(asked).hasValue(1);
        assertThat(server.log()).doesNotContain("s3cret", "days old");
        assertThat(server.log().split("is not used, the rates stay as they are: rates.JPY", -1)).as("said once").hasSize(2);
    }

    /** Lets its callers wait until it is opened, but not for as long as the server would wait. It ends with the run. */
    private HttpServer source() throws IOException {
        HttpServer source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        source.createContext("/daily", exchange -> {
            asked.incrementAndGet();
            try {
                open.await(WAIT_SECONDS, SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answered = true;
            byte[] body = ("{\"base\":\"EUR\",\"asOf\":\"" + today
                    + "\",\"confirm\":true,\"rates\":{\"USD\":1.1250,\"CHF\":0.9,\"JPY\":180}}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        source.createContext("/history", exchange -> {
            String day = "<Cube time='%s'><Cube currency='USD' rate='1.125'/><Cube currency='CHF' rate='0.9'/></Cube>";
            byte[] body = ("<E>" + day.formatted(today.minusDays(39)) + day.formatted(today.minusDays(40)) + "</E>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        source.start();
        return source;
    }

    private void serverSays(String sentence) {
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(server.log()).contains(sentence));
    }

    private JsonNode rates() {
        Api.Answer answer = api.get("/api/exchange-rates");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** A day may begin at any moment. */
    private static JsonNode withoutAge(JsonNode rates) {
        return ((ObjectNode) rates.deepCopy()).without("ageDays");
    }

    private String rate(String currency) {
        return rates().path("rates").path(currency).asText();
    }

    private void write(String rates) {
        try {
            Files.writeString(file, rates);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
