package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.conversions.reward.Credit;
import org.conversions.reward.PromisedLinks;
import org.conversions.reward.SpendLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardedClicksTest {

    /** Each click is judged by its own country, and one whose country is not known meets no condition. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "5, 0, 0, 150", "0, 5, 0, 50", "0, 0, 5, 50", "2, 3, 4, 130"})
    void clicksAreJudgedByTheirCountries(long german, long french, long unknown, long earned) {
        RewardedClicks.Sum sum = RewardedClicks.sum(List.of(new RewardedClicks(PromisedLinks.clicksCredit("rwt_1", 10, null),
                Map.of("DE", german, "FR", french, "", unknown))), none -> {
                    throw new AssertionError("there is no limit");
                });
        assertThat(sum.earned()).isEqualTo(earned);
        assertThat(sum.clicks()).isEqualTo(german + french + unknown);
        assertThat(sum.inputs().text()).contains("\"DE\":" + german, "\"FR\":" + french);
    }

    @ParameterizedTest
    @CsvSource({"100, 60", "60, 60", "50, 50", "35, 35", "0, 0"})
    void partsOfADayShareTheRoomOfTheirLimit(long room, long earned) {
        Credit morning = PromisedLinks.clicksCredit("rwt_1", 10, new SpendLimit(100, SpendLimit.Interval.DAY));
        Credit evening = PromisedLinks.clicksCredit("rwt_2", 20, new SpendLimit(100, SpendLimit.Interval.DAY));
        RewardedClicks.Sum sum = RewardedClicks.sum(List.of(new RewardedClicks(morning, Map.of("", 4L)),
                new RewardedClicks(evening, Map.of("", 1L))), credit -> room);
        assertThat(sum.earned()).isEqualTo(earned);
        assertThat(sum.clicks()).isEqualTo(5);
    }

    @Test
    void moreThanCanBeStoredIsCut() {
        RewardedClicks.Sum sum = RewardedClicks.sum(List.of(new RewardedClicks(PromisedLinks.clicksCredit("rwt_1", 99_999_999, null),
                Map.of("", 2_000_000_000L))), none -> 0);
        assertThat(sum.earned()).isEqualTo(1_000_000_000_000_000L);
    }
}
