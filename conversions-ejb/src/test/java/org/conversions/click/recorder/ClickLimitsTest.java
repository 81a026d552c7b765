package org.conversions.click.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.conversions.click.visit.Place;
import org.conversions.click.visit.Visit;
import org.conversions.link.LinkRules;
import org.conversions.link.directory.LinkTarget;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Vocabulary;
import org.junit.jupiter.api.Test;

class ClickLimitsTest {

    private static final LinkTarget SALE = link("link_1");
    private static final LinkTarget NEWS = link("link_2");

    private Duration now = Duration.ZERO;
    private final ClickLimits limits = new ClickLimits(3, 5, () -> now.toNanos());

    @Test
    void ofOneNetworkOnOneLinkSoManyCountInAnHour() {
        assertThat(counted(SALE, "2001:db8:1:2::", 10)).isEqualTo(3);
        assertThat(limits.counts(visit("2001:db8:1:3::1"), SALE)).as("another network").isTrue();
        assertThat(limits.counts(visit("2001:db8:1:2::1"), NEWS)).as("another link").isTrue();
        now = HourlyCounts.HOUR.plusSeconds(1);
        assertThat(counted(SALE, "2001:db8:1:2::", 10)).isEqualTo(3);
    }

    @Test
    void ofOneNetworkOnAllLinksSoManyCountInAnHour() {
        assertThat(IntStream.range(0, 10).filter(n -> limits.counts(visit("192.0.2.1"), link("link_" + n)))).hasSize(5);
        assertThat(limits.counts(visit("192.0.2.2"), SALE)).isTrue();
    }

    @Test
    void whomAProxyOfThisMachinePassesOnWithoutSayingWhoItIsIsNotLimited() {
        assertThat(counted(SALE, "127.0.0.", 10)).isEqualTo(10);
        assertThat(IntStream.range(0, 10).allMatch(n -> limits.counts(visit("::1"), SALE))).isTrue();
    }

    @Test
    void ofWhatDoesNotCountAsMuchIsKept() {
        assertThat(IntStream.range(0, 10).filter(n -> limits.keepsUncounted(visit("192.0.2.1")))).hasSize(5);
        assertThat(limits.counts(visit("192.0.2.1"), SALE)).as("clicks beside it").isTrue();
        assertThat(limits.keepsUncounted(visit("192.0.2.2"))).isTrue();
    }

    @Test
    void zeroIsNoLimitAndLessIsAMistake() {
        ClickLimits none = new ClickLimits(0, 0, () -> 0);
        assertThat(IntStream.range(0, 100).allMatch(n -> none.counts(visit("192.0.2.1"), SALE))).isTrue();
        assertThatThrownBy(() -> new ClickLimits(-1, 0, () -> 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conversions.click-limit.link-per-hour");
    }

    private long counted(LinkTarget target, String network, int visits) {
        return IntStream.range(0, visits).filter(n -> limits.counts(visit(network + n), target)).count();
    }

    private static Visit visit(String address) {
        return new Visit("GET", "Firefox", null, null, address, Place.UNKNOWN);
    }

    private static LinkTarget link(String id) {
        return new LinkTarget(new LinkId(id), new WorkspaceId("ws_1"), "go.example.com", "sale", "https://shop.example/", true, Vocabulary.DUB, null, null,
                LinkRules.NONE);
    }
}
