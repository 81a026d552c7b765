package org.conversions.scenarios;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.StripeSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request to the webhook that is not from Stripe gets a clear answer and leaves nothing behind. */
class WebhookDoorIT {

    private static final String BODY = "{\"id\":\"evt_door\",\"object\":\"event\",\"type\":\"customer.created\"}";
    private static final String SECRET = Endpoint.LIVE.secret();
    private static final Instant NOW = Instant.now();
    private static final String V1 = StripeSigner.v1(BODY, SECRET, NOW);
    private static final int LIMIT = 2 * 1024 * 1024;
    private static final int MUCH = 64 * 1024 * 1024;

    private final Merchant merchant = Merchant.of(WebhookDoorIT.class);

    @ParameterizedTest
    @MethodSource
    void aSignatureThatIsNoneIsRefused(String header) {
        refused(400, merchant.anonymous().post(Endpoint.LIVE.path(), BODY, "Stripe-Signature", header));
    }

    static Stream<String> aSignatureThatIsNoneIsRefused() {
        long t = NOW.getEpochSecond();
        return Stream.of("", " ", ",", "=", "t", "v1", "t=", "v1=", "t=,v1=", "t=" + t, "v1=" + V1, "t=abc,v1=" + V1,
                "t=-" + t + ",v1=" + V1, "t=+" + t + ",v1=" + V1, "t=" + t + ".0,v1=" + V1,
                "t=99999999999999999999,v1=" + V1, "t=" + t + ",v1=" + V1.substring(1), "t=" + t + ",v1=zz",
                "t=" + t + ",v1", "t=" + t + ",v0=" + V1, "t=" + t + ";v1=" + V1, "t=" + t + ",v1=" + "0".repeat(64),
                "t=" + (t + 1) + ",v1=" + V1, "x".repeat(5_000), "t=" + t + ",v1=" + V1 + ",v1=" + "a".repeat(4_000),
                signed(Duration.ofMinutes(-6)), signed(Duration.ofMinutes(6)), signed(Duration.ofDays(-20_000)),
                StripeSigner.sign(BODY, Endpoint.TEST.secret(), NOW), StripeSigner.sign(BODY + " ", SECRET, NOW));
    }

    @Test
    void aMissingSignatureIsRefused() {
        refused(400, merchant.anonymous().post(Endpoint.LIVE.path(), BODY));
    }

    @Test
    void anApiKeyIsNoSignature() {
        refused(400, merchant.api().post(Endpoint.LIVE.path(), BODY));
    }

    @Test
    void theOrderOfTheParametersAndOtherSchemesDoNotMatter() {
        StripeEvent event = merchant.story(Vocabulary.DUB).customerCreated();
        Instant now = Instant.now();
        String v1 = StripeSigner.v1(merchant.own(event).body(), SECRET, now);

        Merchant.ok(merchant.anonymous().post(Endpoint.LIVE.path(), merchant.own(event).body(), "Stripe-Signature",
                "v0=6ffbb59b2300aae63f272406069a9788598b792a944a07aba816edb039989a39, v1=" + "0".repeat(64) + ", v1="
                        + v1 + " ,t=" + now.getEpochSecond()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "[{\"id\":\"evt_1\",\"type\":\"customer.created\"}]", "{}",
            "\"evt\"", "4711", "{\"id\":\"evt_1\"", "{\"id\":\"evt_1\",\"type\":\"customer.created\"}}", "hello",
            "<event id=\"evt_1\"/>", "{\"id\":null,\"type\":\"customer.created\"}", "{\"id\":\"evt_1\"}",
            "{\"id\":1,\"type\":\"customer.created\"}", "{\"id\":\"\",\"type\":\"customer.created\"}",
            "{\"object\":null}", "id=evt_1&type=customer.created", "\u0000\u0001\u0002"})
    void aWellSignedBodyThatIsNoEventIsRefused(String body) {
        refused(400, merchant.anonymous().postStripeEvent(Endpoint.LIVE.path(), body, SECRET));
    }

    @Test
    void jsonThatIsNestedBeyondReasonIsRefused() {
        String body = "{\"id\":\"evt_deep\",\"type\":\"customer.created\",\"data\":" + "[".repeat(100_000)
                + "]".repeat(100_000) + "}";
        refused(400, merchant.anonymous().postStripeEvent(Endpoint.LIVE.path(), body, SECRET));
    }

    @Test
    void aBodyOfTheLimitIsTakenAndOneByteMoreIsNot() {
        StripeEvent event = merchant.story(Vocabulary.DUB).customerCreated();
        String body = merchant.own(event).body();
        String full = body + " ".repeat(LIMIT - body.getBytes(UTF_8).length);

        Merchant.ok(merchant.anonymous().postStripeEvent(Endpoint.LIVE.path(), full, SECRET));
        merchant.settled(event).ignored("no_tracking_metadata");

        refused(413, merchant.anonymous().postStripeEvent(Endpoint.LIVE.path(), full + " ", SECRET));
    }

    @Test
    void anAnnouncedLengthBeyondTheLimitIsRefusedAtOnce() throws IOException {
        String answer = rawly("Content-Length: " + MUCH + "\r\n\r\n", new byte[0], 0);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("content_too_large");
    }

    @Test
    void anEndlessBodyIsRefusedAndNotReadOn() throws IOException {
        String data = "x".repeat(64 * 1024);
        byte[] chunk = (Integer.toHexString(data.length()) + "\r\n" + data + "\r\n").getBytes(US_ASCII);

        String answer = rawly("Transfer-Encoding: chunked\r\n\r\n", chunk, MUCH / data.length());

        assertThat(answer).startsWith("HTTP/1.1 413").contains("content_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
    void onlyPostIsUnderstood(String method) {
        Api.Answer answer = merchant.anonymous().send(method, Endpoint.LIVE.path(),
                method.startsWith("P") ? BodyPublishers.ofString(BODY) : BodyPublishers.noBody());

        refused(405, answer);
        assertThat(answer.header("Allow")).contains("POST");
    }

    @Test
    void anotherContentTypeOrNoneIsTakenAsItComes() {
        StripeEvent event = merchant.story(Vocabulary.DUB).customerCreated();

        for (String type : new String[] {"text/plain", "application/json; charset=utf-8", "application/octet-stream"}) {
            Merchant.ok(merchant.anonymous().post(Endpoint.LIVE.path(), merchant.own(event).body(), "Content-Type", type,
                    "Stripe-Signature", StripeSigner.sign(merchant.own(event).body(), SECRET)));
        }
    }

    @Test
    void anEndpointThatIsNoneIsNotThere() {
        refused(404, merchant.anonymous().postStripeEvent("/api/stripe/webhook/nosuchtoken", BODY, SECRET));
        refused(404, merchant.anonymous().postStripeEvent("/api/stripe/webhook/" + "x".repeat(2_000), BODY, SECRET));
        refused(404, merchant.anonymous().postStripeEvent("/api/stripe/integration/webhook/other", BODY, SECRET));
    }

    private static String signed(Duration away) {
        return StripeSigner.sign(BODY, SECRET, Instant.now().plus(away));
    }

    /** @throws AssertionError unless it is the API's error, and nothing of the server shows */
    private static void refused(int status, Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().at("/error/code").asText()).isNotBlank();
        assertThat(answer.json().at("/error/message").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "org.conversions", "<html");
    }

    /**
     * Sends a request as bytes, writes a chunk again and again until the server stops to take them, and returns the
     * answer.
     *
     * @throws AssertionError when the server took all chunks
     */
    private static String rawly(String lastHeader, byte[] chunk, int times) throws IOException {
        try (Socket socket = new Socket("localhost", ConversionsServer.shared().port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + Endpoint.LIVE.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
                    + "\r\nStripe-Signature: t=" + Instant.now().getEpochSecond() + ",v1=" + "0".repeat(64) + "\r\n" + lastHeader).getBytes(US_ASCII));
            out.flush();
            int written = 0;
            try {
                while (written < times && socket.getInputStream().available() == 0) {
                    out.write(chunk);
                    written++;
                }
            } catch (IOException e) {
                // The server has closed the connection: exactly what is wanted. What it said before is read below.
                assertThat(written).isPositive();
            }
            assertThat(written).as("chunks that the server took").isLessThan(Math.max(1, times / 2));
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[8 * 1024];
        int count = in.read(buffer);
        while (count > 0) {
            answer.write(buffer, 0, count);
            if (answer.toString(UTF_8).contains("doc_url")) {
                break;
            }
            count = in.read(buffer);
        }
        return answer.toString(UTF_8);
    }
}
