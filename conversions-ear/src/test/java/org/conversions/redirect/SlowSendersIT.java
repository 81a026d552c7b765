package org.conversions.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.conversions.server.Api;
import org.conversions.server.InServer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many who send half a body and then nothing: a server of {@link InServer} tests has no other callers meanwhile. */
@RunAsClient
class SlowSendersIT extends InServer {

    /** More than the server has threads. */
    private static final int SENDERS = 250;
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @ArquillianResource
    private URL address;
    private final List<RawHttp.Unfinished> slow = new ArrayList<>();

    @AfterEach
    void theyGo() throws IOException {
        for (RawHttp.Unfinished sender : slow) {
            sender.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/stripe/integration/webhook", "/api/track/click"})
    void whoSendsHalfABodyHoldsNobodyUp(String path) throws IOException {
        String begun = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json"
                + "\r\nContent-Length: 50000\r\nStripe-Signature: t=" + Instant.now().getEpochSecond() + ",v1="
                + "0".repeat(64) + "\r\n\r\n{";
        for (int sender = 0; sender < SENDERS; sender++) {
            slow.add(RawHttp.begin(address.getPort(), begun));
        }

        Instant asked = Instant.now();
        Api.Answer visitor = new Api(URI.create("http://localhost:" + address.getPort()), null)
                .get("/nobody-made-this-link");

        assertThat(visitor.status()).isEqualTo(404);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(AT_ONCE);
    }
}
