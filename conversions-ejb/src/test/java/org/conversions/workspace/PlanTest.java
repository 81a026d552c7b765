package org.conversions.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    @ParameterizedTest
    @CsvSource({"free, false, false, false", "pro, false, false, false", "business, true, true, false", "advanced, true, true, true",
        "enterprise, true, true, true"})
    void aPlanIncludesWhatThoseBeforeItIncludeAndMore(String text, boolean tracking, boolean stripe, boolean conditions) {
        Plan plan = Plan.of("plan", text);
        assertThat(plan.text()).isEqualTo(text);
        includes(plan, Feature.CONVERSION_TRACKING, tracking);
        includes(plan, Feature.STRIPE_INTEGRATION, stripe);
        includes(plan, Feature.REWARD_CONDITIONS, conditions);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "gold", "Pro"})
    void whatIsNoPlanIsRefusedByItsField(String text) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> Plan.of("plan", text))
                .withMessage("plan: must be one of free, pro, business, advanced, enterprise")
                .matches(refused -> refused.reason().equals("field_value_unknown"));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "100000, 1000000", ", "})
    void aLimitIsWithinItsBoundsOrNone(Integer links, Integer apiPerMinute) {
        assertThatNoException().isThrownBy(() -> new WorkspaceLimits(links, apiPerMinute));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, limits.links", "100001, 1, limits.links", "1, 0, limits.apiPerMinute", "1, 1000001, limits.apiPerMinute"})
    void aLimitThatCannotBeIsRefusedByItsField(Integer links, Integer apiPerMinute, String field) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> new WorkspaceLimits(links, apiPerMinute))
                .withMessageStartingWith(field + ": must be from ");
    }

    @Test
    void aRefusalNamesThePlanThatThereIsAndTheOneThatIsNeeded() {
        assertThat(Feature.REWARD_CONDITIONS.missingFrom(Plan.BUSINESS)).isEqualTo("The plan business does not include reward"
                + " conditions: the workspace needs the plan advanced or above.");
    }

    private static void includes(Plan plan, Feature feature, boolean included) {
        WorkspacePlan terms = new WorkspacePlan(plan, WorkspaceLimits.NONE);
        if (included) {
            assertThatNoException().isThrownBy(() -> terms.check(feature));
        } else {
            assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> terms.check(feature))
                    .matches(refused -> refused.code() == RequestRefused.Code.FORBIDDEN && refused.reason().equals("plan_too_low"))
                    .withMessageContaining("The plan " + plan.text()).withMessageContaining(feature.smallest().text() + " or above");
        }
    }
}
