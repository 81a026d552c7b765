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

    @Test
    void aTestRunsFromItsStartToItsEnd() {
        List<TestVariant> variants = List.of(new TestVariant("https://a.example/", 50), new TestVariant("https://b.example/", 50));
        LinkTest test = new LinkTest(variants, NOW, NOW.plusSeconds(1));
        assertThat(test.runs(NOW.minusMillis(1))).isFalse();
        assertThat(test.runs(NOW)).isTrue();
        assertThat(test.runs(NOW.plusMillis(999))).isTrue();
        assertThat(test.runs(NOW.plusSeconds(1))).isFalse();
        assertThat(new LinkTest(variants, null, NOW).runs(NOW.minusMillis(1))).isTrue();
        assertThat(new LinkTest(variants, null, null).runs(NOW)).isFalse();
        assertThat(LinkTest.NONE.runs(NOW)).isFalse();
    }

    @Test
    void aTestIsReadAsItIsStored() {
        LinkTest test = new LinkTest(List.of(new TestVariant("https://a.example/", 30)), NOW, NOW.plusSeconds(1));
        assertThat(LinkTest.stored(test.variantsText(), NOW, NOW.plusSeconds(1))).isEqualTo(test);
        assertThat(LinkTest.stored(LinkTest.NONE.variantsText(), null, null)).isEqualTo(LinkTest.NONE);
    }

    private static LinkRules rules(Instant expiresAt, Instant disabledAt) {
        return new LinkRules(expiresAt, null, disabledAt, null, LinkPreview.NONE, false, false, false, null, null,
                Map.of(), LinkTest.NONE);
    }
}
