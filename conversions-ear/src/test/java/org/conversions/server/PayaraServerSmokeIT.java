package org.conversions.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The unchanged EAR on a full Payara Server with its own broker (profile {@code payara-server}). */
class PayaraServerSmokeIT {

    private static final PayaraServer SERVER = new PayaraServer();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void isReady() {
        Api.Answer health = SERVER.api(null).get("/health/ready");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("status").asText()).isEqualTo("UP");
        assertThat(health.json().path("checks")).isNotEmpty();
    }

    @Test
    void hasNoLinkThatNobodyMade() {
        assertThat(SERVER.api(null).get("/nobody-made-this-link").status()).isEqualTo(404);
    }
}
