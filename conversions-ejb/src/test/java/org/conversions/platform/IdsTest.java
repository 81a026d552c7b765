package org.conversions.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-29T10:00:00Z"), ZoneOffset.UTC);
    private static final long YEAR_8888 = 218_330_000_000_000L;

    @Test
    void anIdNamesItsKindAndHasLettersAndDigitsOnly() {
        assertThat(Ids.next("link", CLOCK)).matches("link_[0-9A-Za-z]{22}");
    }

    @Property
    void idsSortByTheTimeTheyWereMade(@ForAll @LongRange(min = 0, max = YEAR_8888) long one,
                                      @ForAll @LongRange(min = 0, max = YEAR_8888) long other) {
        assertThat(Integer.signum(Ids.sortable(one, 0).compareTo(Ids.sortable(other, 0)))).isEqualTo(Long.compare(one, other));
    }

    @Test
    void oneMillisecondLaterSortsLater() {
        long now = CLOCK.millis();
        assertThat(Ids.sortable(now, 14)).isLessThan(Ids.sortable(now + 1, 14));
    }

    @Test
    void aHundredThousandIdsOfOneMillisecondAreAllDifferent() {
        Set<String> ids = IntStream.range(0, 100_000).mapToObj(i -> Ids.next("sale", CLOCK)).collect(Collectors.toSet());
        assertThat(ids).hasSize(100_000);
    }

    @Property
    void aRandomTextHasTheLengthAskedFor(@ForAll @IntRange(min = 0, max = 200) int length) {
        assertThat(Ids.random(length)).matches("[0-9A-Za-z]{" + length + "}");
    }

    @Test
    void everyLetterAndDigitIsUsed() {
        assertThat(Ids.random(20_000).chars().distinct().count()).isEqualTo(62);
    }
}
