package org.conversions.reward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rewards are written as id:event:group or id:event:/code, those of all groups without a group. */
class GroupRewardsTest {

    @ParameterizedTest
    @CsvSource({"a:sale:, a", "a:sale: b:sale:g, b", "a:sale: b:sale:h, a", "a:sale:h, ''", "a:sale: b:lead:g, a b",
        "a:lead: b:sale:g c:lead:h, a b", "a:sale:g b:sale:, a", "a:sale: b:sale:/code, a"})
    void theGroupsOwnRewardReplacesTheOneOfAllForItsEvent(String all, String chosen) {
        assertThat(GroupRewards.of(Stream.of(all.split(" ")).map(GroupRewardsTest::reward).toList(), "g").stream().map(RewardView::id))
                .containsExactlyElementsOf(chosen.isEmpty() ? List.of() : List.of(chosen.split(" ")));
    }

    private static RewardView reward(String text) {
        String[] parts = text.split(":");
        boolean ofCode = parts.length == 3 && parts[2].startsWith("/");
        return new RewardView(parts[0], parts[1], parts.length < 3 || ofCode ? null : parts[2], ofCode ? parts[2] : null, Reward.PERCENTAGE, BigDecimal.TEN, null,
                RewardLimits.NONE, JsonNodeFactory.instance.arrayNode(), new RewardTerms(parts[0], 1_000, null), Instant.EPOCH);
    }
}
