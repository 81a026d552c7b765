package org.conversions.partner.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.partner.MoveRule;
import org.conversions.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupChoiceTest {

    private static final Map<String, List<MoveRule>> STEPS = steps();

    @ParameterizedTest
    @CsvSource({"start, 0, 0, ", "start, 999, 400, ", "start, 1000, 0, silver", "start, 5000, 29, silver", "start, 5000, 30, gold",
        "silver, 5000, 30, gold", "gold, 5000, 30, ", "gold, 0, 0, ", "gold, 1000, 0, silver", "silver, 1000, 0, ", "silver, 0, 0, "})
    void theNewestGroupWhoseRulesHoldIsTheOne(String group, long sold, long days, String into) {
        assertThat(GroupChoice.of(group, STEPS, new MoveRule.Standing(0, 0, sold, 0, days)).map(GroupChoice.Move::groupId))
                .isEqualTo(Optional.ofNullable(into));
    }

    @Test
    void theReasonSaysWhatWasAskedAndWhatThePartnerCameTo() {
        assertThat(GroupChoice.of("start", STEPS, new MoveRule.Standing(0, 0, 7_000, 0, 31)).orElseThrow().reason())
                .isEqualTo("totalSaleAmount gte 5000 (7000), partnerEnrolledDays gte 30 (31)");
    }

    @Test
    void aGroupWithoutRulesIsNeverMovedInto() {
        assertThat(GroupChoice.of("start", Map.of("other", List.of()), new MoveRule.Standing(9, 9, 9, 9, 9))).isEmpty();
    }

    private static Map<String, List<MoveRule>> steps() {
        Map<String, List<MoveRule>> steps = new LinkedHashMap<>();
        steps.put("silver", MoveRule.read(Json.read("[{\"attribute\":\"totalSaleAmount\",\"operator\":\"gte\",\"value\":1000}]")));
        steps.put("gold", MoveRule.read(Json.read("[{\"attribute\":\"totalSaleAmount\",\"operator\":\"gte\",\"value\":5000},"
                + "{\"attribute\":\"partnerEnrolledDays\",\"operator\":\"gte\",\"value\":30}]")));
        return steps;
    }
}
