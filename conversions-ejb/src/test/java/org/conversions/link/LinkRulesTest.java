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
    void anExperimentRunsFromItsStartToItsEnd() {
        List<TestVariant> variants = List.of(new TestVariant("https://a.example/", 50), new TestVariant("https://b.example/", 50));
        LinkExperiment experiment = new LinkExperiment(variants, NOW, NOW.plusSeconds(1));
        assertThat(experiment.runs(NOW.minusMillis(1))).isFalse();
        assertThat(experiment.runs(NOW)).isTrue();
        assertThat(experiment.runs(NOW.plusMillis(999))).isTrue();
        assertThat(experiment.runs(NOW.plusSeconds(1))).isFalse();
        assertThat(new LinkExperiment(variants, null, NOW).runs(NOW.minusMillis(1))).isTrue();
        assertThat(new LinkExperiment(variants, null, null).runs(NOW)).isFalse();
        assertThat(LinkExperiment.NONE.runs(NOW)).isFalse();
    }

    @Test
    void anExperimentIsReadAsItIsStored() {
        LinkExperiment experiment = new LinkExperiment(List.of(new TestVariant("https://a.example/", 30)), NOW, NOW.plusSeconds(1));
        assertThat(LinkExperiment.stored(experiment.variantsText(), NOW, NOW.plusSeconds(1))).isEqualTo(experiment);
        assertThat(LinkExperiment.stored(LinkExperiment.NONE.variantsText(), null, null)).isEqualTo(LinkExperiment.NONE);
    }

    private static LinkRules rules(Instant expiresAt, Instant disabledAt) {
        return new LinkRules(expiresAt, null, disabledAt, null, LinkPreview.NONE, false, false, false, null, null,
                Map.of(), LinkExperiment.NONE);
    }
}
