package org.conversions.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastWriterWinsTest {

    @ParameterizedTest
    @CsvSource({
            // known, since, reported, at, replaces
            "    ,  , Bea, 1, true",
            "    ,  ,    , 1, false",
            "    , 2, Bea, 1, false",
            "    , 2, Bea, 2, false",
            "    , 2, Bea, 3, true",
            "Ann ,  , Bea, 1, true",
            "Ann , 1,    , 2, false",
            "Ann , 1, Bea, 2, true",
            "Ann , 2, Bea, 1, false",
            "Ann , 1, Bea, 1, true",
            "Bea , 1, Ann, 1, false",
            "Bea , 1, Bea, 1, false",
            "Bea , 1, Bea, 2, true",
            "Bea , 2, Bea, 1, false",
            "Bea ,  , Bea, 1, true"})
    void theNewerOneStandsAndWithinASecondTheOneThatSortsLast(String known, Integer since, String reported, int at,
                                                              boolean replaces) {
        assertThat(LastWriterWins.replaces(known, since == null ? null : Instant.ofEpochSecond(since), reported,
                Instant.ofEpochSecond(at))).isEqualTo(replaces);
    }

    @Property
    void inAnyOrderTheSameOneStands(@ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 20) Integer> reported,
                                    @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(reported);
        Collections.shuffle(shuffled, random);
        assertThat(last(shuffled)).isEqualTo(last(reported));
    }

    /** Each number is a name and the second it is reported in: four names within each. */
    private static String last(List<Integer> reported) {
        String name = null;
        Instant since = null;
        for (int number : reported) {
            Instant at = Instant.ofEpochSecond(number / 4);
            if (LastWriterWins.replaces(name, since, "name " + number % 4, at)) {
                name = "name " + number % 4;
                since = at;
            }
        }
        return name;
    }
}
