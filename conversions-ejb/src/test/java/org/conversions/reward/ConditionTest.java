package org.conversions.reward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conversions.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTest {

    /** A value that conditions with each attribute may compare with. */
    private static final Map<Attribute.Kind, String> VALUES = Map.of(Attribute.Kind.TEXT, "\"US\"", Attribute.Kind.NUMBER, "5",
            Attribute.Kind.DATE, "1717200000000", Attribute.Kind.METADATA, "5");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // entity and attribute | operator | value | fact | whether it holds
        "customer.country | equals_to | \"US\" | \"US\" | true", "customer.country | equals_to | \"US\" | \"DE\" | false",
        "customer.country | not_equals | \"US\" | \"DE\" | true", "customer.country | not_equals | \"US\" | \"US\" | false",
        "customer.country | in | [\"US\",\"CA\"] | \"CA\" | true", "customer.country | in | [\"US\",\"CA\"] | \"DE\" | false",
        "customer.country | not_in | [\"US\",\"CA\"] | \"DE\" | true", "customer.country | not_in | [\"US\",\"CA\"] | \"CA\" | false",
        "customer.country | starts_with | \"U\" | \"US\" | true", "customer.country | ends_with | \"S\" | \"US\" | true",
        "customer.country | ends_with | \"U\" | \"US\" | false", "customer.source | equals_to | \"tracked\" | \"tracked\" | true",
        "customer.source | not_in | [\"submitted\"] | \"tracked\" | true",
        "customer.signupDate | less_than | 1717200000000 | 1717199999999 | true",
        "customer.signupDate | less_than | 1717200000000 | 1717200000000 | false",
        "customer.signupDate | less_than_or_equal | 1717200000000 | 1717200000000 | true",
        "customer.signupDate | greater_than | 1717200000000 | 1717200000001 | true",
        "customer.signupDate | greater_than_or_equal | 1717200000000 | 1717199999999 | false",
        "customer.subscriptionDurationMonths | less_than | 12 | 11 | true",
        "customer.subscriptionDurationMonths | less_than | 12 | 12 | false",
        "partner.totalConversions | greater_than_or_equal | 100 | 100 | true", "partner.totalSaleAmount | equals_to | 5 | 5 | true",
        "partner.totalSaleAmount | in | [1,5] | 5 | true", "partner.totalSaleAmount | not_in | [1,5] | 5 | false",
        "partner.totalClicks | not_equals | 5 | 6 | true", "sale.amount | greater_than | 9999.5 | 10000 | true",
        "sale.productId | equals_to | \"prod_1\" | \"prod_1\" | true",
        "sale.type | equals_to | \"recurring\" | [\"recurring\",\"expansion\"] | true",
        "sale.type | equals_to | \"expansion\" | [\"recurring\",\"expansion\"] | true",
        "sale.type | not_equals | \"expansion\" | [\"recurring\",\"expansion\"] | false",
        "sale.type | in | [\"new\",\"one-time\"] | [\"recurring\",\"one-time\"] | true",
        "sale.type | not_in | [\"new\",\"one-time\"] | [\"recurring\"] | true",
        "sale.metadata | equals_to | \"annual\" | \"annual\" | true", "sale.metadata | starts_with | \"ann\" | \"annual\" | true",
        "sale.metadata | contains | \"nua\" | \"annual\" | true", "sale.metadata | not_contains | \"nua\" | \"annual\" | false",
        "sale.metadata | not_contains | \"x\" | \"annual\" | true", "sale.metadata | ends_with | \"al\" | \"annual\" | true",
        "sale.metadata | equals_to | 5 | \"5\" | true", "sale.metadata | equals_to | 5 | \"5.0\" | true",
        "sale.metadata | equals_to | \"5\" | 5 | true", "sale.metadata | equals_to | \"true\" | true | true",
        "sale.metadata | not_equals | 5 | \"five\" | true", "sale.metadata | greater_than | 4 | \"5\" | true",
        "sale.metadata | greater_than | 4 | \"five\" | false", "sale.metadata | less_than_or_equal | 4 | \"\" | false",
        "sale.metadata | less_than | 4 | true | false", "sale.metadata | equals_to | \"[1]\" | [1] | true"})
    void aConditionCompares(String attribute, String operator, String value, String fact, boolean holds) {
        Condition condition = condition("sale", attribute, operator, value);
        assertThat(condition.holds(RewardFacts.NONE.with(condition.fact(), Json.read(fact)))).isEqualTo(holds);
    }

    @ParameterizedTest
    @EnumSource(Attribute.class)
    void whatIsNotKnownOrNullMakesEveryConditionFalse(Attribute attribute) {
        String event = attribute.isOf("sale") ? "sale" : "lead";
        for (Operator operator : Operator.of(attribute.kind())) {
            String value = attribute.words().isEmpty() ? VALUES.get(attribute.kind()) : '"' + attribute.words().iterator().next() + '"';
            if (attribute.kind() == Attribute.Kind.METADATA && !operator.isOrdered()) {
                value = "\"5\"";
            }
            Condition condition = condition(event, attribute.text(), operator.text(), operator.takesList() ? "[" + value + "]" : value);
            assertThat(condition.holds(RewardFacts.NONE)).as(operator.text()).isFalse();
            assertThat(condition.holds(RewardFacts.NONE.with(condition.fact(), Json.read("null")))).as(operator.text()).isFalse();
            assertThat(condition.holds(RewardFacts.parse("{\"" + condition.fact().key() + "\":" + value + "}")))
                    .as(operator.text()).isEqualTo(Stream.of("equals_to", "in", "starts_with", "ends_with", "contains",
                            "greater_than_or_equal", "less_than_or_equal").anyMatch(operator.text()::equals));
        }
    }

    @Property
    void anOrderAndItsOppositeNeverAgree(@ForAll long known, @ForAll long asked) {
        JsonNode fact = Json.read(String.valueOf(known));
        for (String[] pair : new String[][] {{"greater_than", "less_than_or_equal"}, {"less_than", "greater_than_or_equal"},
            {"equals_to", "not_equals"}}) {
            Condition one = condition("sale", "sale.amount", pair[0], String.valueOf(asked));
            Condition other = condition("sale", "sale.amount", pair[1], String.valueOf(asked));
            assertThat(one.holds(RewardFacts.NONE.with(one.fact(), fact))).isNotEqualTo(other.holds(RewardFacts.NONE.with(other.fact(), fact)));
        }
    }

    @Test
    void theFieldOfMetadataIsLookedAt() {
        Condition condition = condition("sale", "sale.metadata", "equals_to", "\"annual\"");
        assertThat(condition.holds(RewardFacts.parse("{\"sale.metadata.plan\":\"annual\"}"))).isTrue();
        assertThat(condition.holds(RewardFacts.parse("{\"sale.metadata.other\":\"annual\"}"))).isFalse();
        assertThat(RewardFacts.parse(RewardFacts.NONE.text())).isEqualTo(RewardFacts.NONE);
    }

    private static Condition condition(String event, String attribute, String operator, String value) {
        String[] names = attribute.split("\\.");
        return Modifiers.read(event, Json.read("[{\"type\":\"flat\",\"amountInCents\":1,\"conditions\":[{\"entity\":\"" + names[0]
                + "\",\"attribute\":\"" + names[1] + "\",\"operator\":\"" + operator + "\",\"value\":" + value
                + (names[1].equals("metadata") ? ",\"metadataField\":\"plan\"" : "") + "}]}]")).get(0).conditions().get(0);
    }
}
