package org.conversions.platform.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClickIdTest {

    private static final long YEAR_2200 = 7_258_118_400_000L;

    @Property
    void aSpanOfTimeIsARangeOfIds(@ForAll @LongRange(max = YEAR_2200) long clickedAt, @ForAll @LongRange(max = YEAR_2200) long bound) {
        String id = ClickId.next(Instant.ofEpochMilli(clickedAt)).value();
        assertThat(ClickId.wellFormed(id)).isTrue();
        assertThat(ClickId.of(id)).hasToString(id);
        assertThat(id.compareTo(ClickId.firstAt(Instant.ofEpochMilli(bound))) >= 0).isEqualTo(clickedAt >= bound);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0TbXc9LrAbCdEfG", "0TbXc9LrAbCdEfGhi", "0TbXc9LrAbCdEf-h", "0TbXc9LrAbCdEfG\n", "0TbXc9LrAbCdEfé1"})
    void anIdHasSixteenLettersAndDigits(String text) {
        assertThat(ClickId.wellFormed(text)).isFalse();
        assertThat(ClickId.of(text)).isNull();
    }
}
