package org.conversions.reward;

import static org.assertj.core.api.Assertions.assertThat;

import org.conversions.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardViewTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.01", "50, 0.5", "1250, 12.5", "1000, 10", "3333, 33.33", "10000, 100"})
    void aPercentageIsShownAsPeopleWriteIt(int basisPoints, String percentage) {
        Reward reward = reward(Reward.PERCENTAGE);
        reward.amountBasisPoints = basisPoints;
        assertThat(Json.write(reward.view().amountInPercentage())).isEqualTo(percentage);
        assertThat(reward.view().amountInCents()).isNull();
    }

    @Test
    void aFlatRewardIsShownInCents() {
        Reward reward = reward(Reward.FLAT);
        reward.amountMinor = 5_00L;
        assertThat(reward.view().amountInCents()).isEqualTo(5_00);
        assertThat(reward.view().amountInPercentage()).isNull();
    }

    private static Reward reward(String type) {
        Reward reward = new Reward();
        reward.rewardId = "rw_1";
        reward.event = Reward.SALE;
        reward.type = type;
        return reward;
    }
}
