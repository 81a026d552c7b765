package org.conversions.commission.click;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.id.LinkId;
import org.conversions.reward.PromisedLinks;
import org.conversions.reward.RewardTermsInForce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickPartsTest {

    private static final LinkId LINK = new LinkId("c1");
    private final RewardTermsInForce terms = PromisedLinks.ofClicks();

    @Test
    void aDayOfTheSameTermsHasOnePart() {
        Instant from = PromisedLinks.BEGUN.plus(Duration.ofDays(3));
        List<ClickParts.Part> parts = ClickParts.of(terms, LINK, from, from.plus(Duration.ofDays(1)));
        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).from()).isEqualTo(from);
        assertThat(parts.get(0).until()).isEqualTo(from.plus(Duration.ofDays(1)));
        assertThat(parts.get(0).looksAtCountries()).isTrue();
    }

    @Test
    void aDayOnWhichTermsChangeHasAPartOfEach() {
        Instant from = PromisedLinks.CHANGED.minus(Duration.ofHours(5));
        List<ClickParts.Part> parts = ClickParts.of(terms, LINK, from, from.plus(Duration.ofDays(1)));
        assertThat(parts).extracting(part -> part.credit().terms().id()).containsExactly("rwt_1", "rwt_2");
        assertThat(parts.get(0).until()).isEqualTo(PromisedLinks.CHANGED).isEqualTo(parts.get(1).from());
        assertThat(parts.get(1).looksAtCountries()).isFalse();
    }

    @Test
    void nothingIsEarnedBeforeTheFirstTermsAndByALinkOfNobody() {
        Instant from = PromisedLinks.BEGUN.minus(Duration.ofHours(5));
        assertThat(ClickParts.of(terms, LINK, from, from.plus(Duration.ofDays(1)))).extracting(ClickParts.Part::from)
                .containsExactly(PromisedLinks.BEGUN);
        assertThat(ClickParts.of(terms, LINK, from, from.plus(Duration.ofHours(5)))).isEmpty();
        assertThat(ClickParts.of(terms, new LinkId("n1"), PromisedLinks.BEGUN, PromisedLinks.CHANGED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05T00:00:00Z, 2026-01-05T23:00:00Z, true", "2026-01-05T00:30:00Z, 2026-01-05T23:00:00Z, false",
        "2026-01-05T00:00:00Z, 2026-01-05T23:00:01Z, false"})
    void fullHoursAreCountedFromCells(Instant from, Instant until, boolean hours) {
        assertThat(ClickParts.of(terms, LINK, from, until).get(0).isOfHours()).isEqualTo(hours);
    }
}
