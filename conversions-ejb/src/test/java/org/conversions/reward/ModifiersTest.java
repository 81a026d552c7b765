package org.conversions.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModifiersTest {

    private static final String CONDITION =
            "{'entity':'customer','attribute':'source','operator':'equals_to','value':'trial'}";

    @Test
    void aGroupWithoutOperatorAndTypeIsOneOfAndAndOfTheRewardsType() {
        List<Modifier> read = read("[{'conditions':[" + CONDITION + "],'amountInCents':500}]", "flat");
        assertThat(read).containsExactly(new Modifier(true,
                List.of(new Condition(Condition.Operator.EQUALS_TO, List.of("trial"))), new RewardAmount(null, 500L)));
        assertThat(Modifiers.write(read)).hasToString(json("[{'operator':'AND','conditions':[" + CONDITION
                + "],'type':'flat','amountInCents':500}]").toString());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        List<Modifier> read = read("[{'operator':'OR','conditions':[" + CONDITION + ",{'entity':'customer','attribute':'source',"
                + "'operator':'not_in','value':['trial','submitted']}],'type':'percentage','amountInPercentage':12.5},"
                + "{'conditions':[{'entity':'customer','attribute':'source','operator':'starts_with','value':'tr'}],"
                + "'type':'flat','amountInCents':0}]", "percentage");
        assertThat(read).hasSize(2);
        assertThat(read.get(0).amount()).isEqualTo(new RewardAmount(1_250, null));
        assertThat(Modifiers.stored(Modifiers.write(read).toString())).isEqualTo(read);
    }

    @Test
    void noneAreNone() {
        assertThat(Modifiers.stored(null)).isEmpty();
        assertThat(read("null", "flat")).isEmpty();
        assertThat(read("[]", "flat")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{} | modifiers: must be an array", "'x' | modifiers: must be an array", "[5] | modifiers[0]: must be an object",
        "[{}] | modifiers[0].conditions: must be an array of 1", "[{'conditions':[]}] | modifiers[0].conditions: must be an array of 1",
        "[{'conditions':[CONDITION]}] | modifiers[0].amountInCents: must be 0",
        "[{'conditions':[CONDITION],'amountInCents':-1}] | modifiers[0].amountInCents: must be 0",
        "[{'conditions':[CONDITION],'amountInCents':1.5}] | modifiers[0].amountInCents: must be a whole number",
        "[{'conditions':[CONDITION],'amountInCents':'5'}] | modifiers[0].amountInCents: must be a whole number",
        "[{'conditions':[CONDITION],'amountInCents':99999999999999999999}] | modifiers[0].amountInCents: must be a whole number",
        "[{'conditions':[CONDITION],'amountInPercentage':5}] | modifiers[0].amountInPercentage: does not belong",
        "[{'conditions':[CONDITION],'type':'percentage','amountInPercentage':100.01}] | modifiers[0].amountInPercentage: must be 0 to 100",
        "[{'conditions':[CONDITION],'type':'percentage','amountInPercentage':1.005}] | modifiers[0].amountInPercentage: must be 0 to 100",
        "[{'conditions':[CONDITION],'type':'percentage','amountInPercentage':1e999999}] | modifiers[0].amountInPercentage: must be a number",
        "[{'conditions':[CONDITION],'type':'percentage','amountInPercentage':'5'}] | modifiers[0].amountInPercentage: must be a number",
        "[{'conditions':[CONDITION],'type':'percentage','amountInPercentage':5,'amountInCents':5}] | modifiers[0].amountInCents: does not belong",
        "[{'conditions':[CONDITION],'type':'gift','amountInCents':5}] | modifiers[0].type: must be one of",
        "[{'conditions':[CONDITION],'amountInCents':5,'operator':'XOR'}] | modifiers[0].operator: must be one of AND, OR",
        "[{'conditions':[CONDITION],'amountInCents':5,'maxDuration':3}] | modifiers[0].maxDuration: is not supported",
        "[{'conditions':[CONDITION,5],'amountInCents':5}] | modifiers[0].conditions[1]: must be an object",
        "[{'conditions':[{'entity':'sale','attribute':'amount','operator':'equals_to','value':5}],'amountInCents':5}] | conditions[0].entity: only customer",
        "[{'conditions':[{'entity':'customer','attribute':'country','operator':'equals_to','value':'DE'}],'amountInCents':5}] | conditions[0].attribute: only source",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'contains','value':'tr'}],'amountInCents':5}] | conditions[0].operator: must be one of",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'equals_to','value':'moon'}],'amountInCents':5}] | conditions[0].value: must be of submitted, tracked, trial",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'equals_to','value':['trial']}],'amountInCents':5}] | conditions[0].value: must be a text",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'equals_to'}],'amountInCents':5}] | conditions[0].value: must be a text",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'starts_with','value':''}],'amountInCents':5}] | conditions[0].value: must be a text",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'in','value':'trial'}],'amountInCents':5}] | conditions[0].value: must be an array",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'not_in','value':[]}],'amountInCents':5}] | conditions[0].value: must be an array of 1",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'equals_to','value':'trial','label':'x'}],'amountInCents':5}] | conditions[0].label: is not supported"},
            quoteCharacter = '"')
    void whatIsNotKnownIsRefusedByItsName(String modifiers, String why) {
        assertThatThrownBy(() -> read(modifiers.replace("CONDITION", CONDITION), "flat"))
                .isInstanceOfSatisfying(RequestRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(RequestRefused.Code.UNPROCESSABLE_ENTITY))
                .hasMessageContaining(why);
    }

    @Test
    void thereIsALimitToAllOfThem() {
        String group = "{'conditions':[" + CONDITION + "],'amountInCents':5}";
        assertThat(read("[" + String.join(",", Collections.nCopies(20, group)) + "]", "flat")).hasSize(20);
        assertThatThrownBy(() -> read("[" + String.join(",", Collections.nCopies(21, group)) + "]", "flat"))
                .isInstanceOf(RequestRefused.class);
    }

    private static List<Modifier> read(String json, String baseType) {
        return Modifiers.read(json(json)).stream().map(group -> group.of(baseType)).toList();
    }

    private static JsonNode json(String json) {
        return Json.read(json.replace('\'', '"'));
    }
}
