package org.conversions.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginTriesTest {

    private static final String PAT = "pat@example.com";
    private static final String HOME = "192.0.2.7";

    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private final LoginTries tries = new LoginTries(3, 10, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void anAccountIsClosedAfterSoManyFailuresFromWherever() {
        for (int i = 1; i <= 3; i++) {
            assertThat(tries.take(PAT, "198.51.100." + i)).isEmpty();
        }
        assertThat(tries.take("Pat@Example.com", "198.51.100.4")).isPresent();
        assertThat(tries.take("other@example.com", "198.51.100.4")).isEmpty();
    }

    @Test
    void aNetworkIsClosedAfterSoManyFailuresOfWhomever() {
        for (int i = 1; i <= 10; i++) {
            assertThat(tries.take("person" + i, HOME)).isEmpty();
        }
        assertThat(tries.take("person11", HOME)).isPresent();
        assertThat(tries.take("person11", "198.51.100.1")).isEmpty();
    }

    @Test
    void aClosedNetworkUsesUpNoAccount() {
        for (int i = 0; i < 50; i++) {
            tries.take("person" + i, HOME);
        }
        for (int i = 0; i < 5; i++) {
            tries.take(PAT, HOME);
        }
        assertThat(tries.take(PAT, "198.51.100.1")).isEmpty();
    }

    @Test
    void whoSignedInFromANetworkIsNotLockedOutThereByStrangers() {
        tries.take(PAT, HOME);
        tries.succeeded(PAT, HOME);
        for (int i = 0; i < 20; i++) {
            tries.take(PAT, "198.51.100.1");
        }
        assertThat(tries.take(PAT, "198.51.100.2")).as("elsewhere").isPresent();
        assertThat(tries.take(PAT, HOME)).isEmpty();
        assertThat(tries.take(PAT, HOME)).isEmpty();
        assertThat(tries.take(PAT, HOME)).isEmpty();
        assertThat(tries.take(PAT, HOME)).as("as many failures as others").isPresent();
    }

    @Test
    void whatDidNotFailIsNotCounted() {
        for (int i = 0; i < 20; i++) {
            assertThat(tries.take(PAT, HOME)).isEmpty();
            tries.succeeded(PAT, HOME);
            assertThat(tries.take(PAT, "198.51.100.1")).isEmpty();
            tries.giveBack(PAT, "198.51.100.1");
        }
    }

    @Test
    void itOpensAgainAfterAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            tries.take(PAT, HOME);
        }
        assertThat(tries.take(PAT, HOME)).map(used -> used.secondsFrom(now)).contains(900L);
        now = now.plus(Duration.ofMinutes(15));
        assertThat(tries.take(PAT, HOME)).isEmpty();
    }
}
