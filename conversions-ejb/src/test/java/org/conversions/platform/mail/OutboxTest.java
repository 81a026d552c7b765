package org.conversions.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Mail MAIL = new Mail("pat@example.com", "Hello", "Text");

    private final Outbox outbox = new Outbox();

    @Test
    void aMailIsTakenOnce() {
        assertThat(outbox.add(MAIL, NOW)).isTrue();
        assertThat(outbox.next(NOW)).map(Outbox.Waiting::mail).contains(MAIL);
        assertThat(outbox.next(NOW)).isEmpty();
    }

    @Test
    void whatFailedComesAgainLaterAndLaterAndThenNoMore() {
        outbox.add(MAIL, NOW);
        Instant now = NOW;
        for (int attempt = 1; attempt < Outbox.ATTEMPTS_MAX; attempt++) {
            assertThat(outbox.again(outbox.next(now).orElseThrow(), now)).isTrue();
            assertThat(outbox.next(now.plusSeconds(4))).isEmpty();
            now = now.plus(Duration.ofMinutes(20));
        }
        assertThat(outbox.again(outbox.next(now).orElseThrow(), now)).isFalse();
        assertThat(outbox.next(now.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void thereIsRoomForSoManyAndNoMore() {
        for (int i = 0; i < Outbox.WAITING_MAX; i++) {
            assertThat(outbox.add(MAIL, NOW)).isTrue();
        }
        assertThat(outbox.add(MAIL, NOW)).isFalse();
    }

    @Test
    void aSubjectIsOneLineAndALinkGetsIntoNoLog() {
        assertThat(new Mail("a@b.example", "You are invited to A\r\nBcc: x@y.example", "").subject())
                .isEqualTo("You are invited to A Bcc: x@y.example");
        assertThat(new Mail("a@b.example", "Reset", "https://go.example.com/#token=1").toString()).isEqualTo("Mail[Reset]");
    }
}
