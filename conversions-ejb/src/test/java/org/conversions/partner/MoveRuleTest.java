package org.conversions.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoveRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"totalLeads | eq | 1 | true", "totalLeads | eq | 2 | false", "totalLeads | ne | 2 | true",
        "totalConversions | gt | 1 | true", "totalConversions | gt | 2 | false", "totalConversions | gte | 2 | true",
        "totalSaleAmount | lt | 3 | false", "totalSaleAmount | lt | 4 | true", "totalSaleAmount | lte | 3 | true",
        "totalCommissions | between | [4, 9] | true", "totalCommissions | between | [1, 4] | true",
        "totalCommissions | between | [5, 9] | false", "partnerEnrolledDays | in | [1, 5] | true",
        "partnerEnrolledDays | in | [1] | false", "partnerEnrolledDays | not_in | [1] | true", "partnerEnrolledDays | not_in | [5] | false"})
    void figuresAreCompared(String attribute, String operator, String value, boolean holds) {
        String json = "[{\"attribute\":\"" + attribute + "\",\"operator\":\"" + operator + "\",\"value\":" + value + "}]";
        MoveRule rule = MoveRule.read(Json.read(json)).get(0);
        assertThat(rule.holds(new MoveRule.Standing(1, 2, 3, 4, 5))).isEqualTo(holds);
        assertThat(MoveRule.stored(MoveRule.write(MoveRule.read(Json.read(json))).toString())).containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[{}]", "[{\"attribute\":\"totalClicks\",\"operator\":\"gte\",\"value\":1}]",
        "[{\"attribute\":\"totalLeads\",\"operator\":\"like\",\"value\":1}]", "[{\"attribute\":\"totalLeads\",\"operator\":\"gte\"}]",
        "[{\"attribute\":\"totalLeads\",\"operator\":\"gte\",\"value\":1.5}]", "[{\"attribute\":\"totalLeads\",\"operator\":\"gte\",\"value\":[1]}]",
        "[{\"attribute\":\"totalLeads\",\"operator\":\"between\",\"value\":[2,1]}]", "[{\"attribute\":\"totalLeads\",\"operator\":\"between\",\"value\":[1]}]",
        "[{\"attribute\":\"totalLeads\",\"operator\":\"in\",\"value\":[]}]", "[{\"attribute\":\"totalLeads\",\"operator\":\"in\",\"value\":7}]",
        "[{\"attribute\":\"totalLeads\",\"operator\":\"gte\",\"value\":1,\"other\":2}]", "[5]"})
    void whatIsNoRuleIsRefused(String json) {
        assertThatThrownBy(() -> MoveRule.read(Json.read(json))).isInstanceOf(RequestRefused.class).hasMessageContaining("moveRules");
    }
}
