package org.conversions.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastStandingsTest {

    private static final Instant MOVED = Instant.parse("2026-02-01T10:00:00.700Z");
    private static final Instant BANNED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Standing FIRST = new Standing(EnrollmentStatus.APPROVED, "grp_1");
    private static final Standing SECOND = new Standing(EnrollmentStatus.APPROVED, "grp_2");
    private static final Standing TODAY = new Standing(EnrollmentStatus.BANNED, "grp_2");
    private static final PastStandings PAST = PastStandings.NONE.and(MOVED, FIRST).and(BANNED, SECOND);

    @ParameterizedTest
    @CsvSource({"2026-01-01T00:00:00Z, grp_1, APPROVED", "2026-02-01T09:59:59Z, grp_1, APPROVED",
        "2026-02-01T10:00:00Z, grp_2, APPROVED", "2026-03-01T09:59:59Z, grp_2, APPROVED", "2026-03-01T10:00:00Z, grp_2, BANNED",
        "2027-01-01T00:00:00Z, grp_2, BANNED"})
    void theStandingOfTheMomentCounts(Instant at, String group, EnrollmentStatus status) {
        assertThat(PAST.at(at, TODAY)).isEqualTo(new Standing(status, group));
        assertThat(PastStandings.parse(PAST.text()).at(at, TODAY)).isEqualTo(new Standing(status, group));
    }

    @Test
    void nobodyHasAPastAtFirst() {
        assertThat(PastStandings.NONE.text()).isNull();
        assertThat(PastStandings.parse(null).at(MOVED, TODAY)).isEqualTo(TODAY);
    }

    @Property(tries = 20)
    void theOldestAreForgotten(@ForAll @IntRange(min = 1, max = 40) int more) {
        PastStandings past = PastStandings.NONE;
        for (int i = 0; i < PastStandings.PERIODS_MAX + more; i++) {
            past = past.and(MOVED.plusSeconds(i), new Standing(EnrollmentStatus.APPROVED, "grp_" + i));
        }
        assertThat(past.periods()).hasSize(PastStandings.PERIODS_MAX);
        assertThat(past.periods().get(0).standing().groupId()).isEqualTo("grp_" + more);
    }
}
