package org.conversions.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkRulesTest {

    private static final Instant NOW = Instant.parse("2026-07-29T10:00:00Z");

    @Test
    void aLinkIsInServiceUntilItIsDisabled() {
        assertThat(LinkRules.NONE.disabled()).isFalse();
        assertThat(rules(null, NOW).disabled()).isTrue();
        assertThat(rules(null, NOW.plusSeconds(60)).disabled()).as("by a node whose clock is fast").isTrue();
    }

    @Test
    void aLinkExpiresToTheMillisecond() {
        assertThat(LinkRules.NONE.expired(NOW)).isFalse();
        assertThat(rules(NOW, null).expired(NOW.minusMillis(1))).isFalse();
        assertThat(rules(NOW, null).expired(NOW)).isTrue();
        assertThat(rules(NOW, null).expired(NOW.plusMillis(1))).isTrue();
    }

    private static LinkRules rules(Instant expiresAt, Instant disabledAt) {
        return new LinkRules(expiresAt, null, disabledAt, null, null, null, null, null, false, false, false, false, null, null,
                Map.of(), List.of(), null, null);
    }
}
