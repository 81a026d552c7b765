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
                List.of(RewardTermsTest.source(Operator.EQUALS_TO, "trial")), new RewardAmount(null, 500L)));
        assertThat(Modifiers.write(read)).hasToString(json("[{'operator':'AND','conditions':[" + CONDITION
                + "],'type':'flat','amountInCents':500}]").toString());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        List<Modifier> read = read("[{'operator':'OR','conditions':[" + CONDITION + ",{'entity':'customer','attribute':'source',"
                + "'operator':'not_in','value':['trial','submitted']}],'type':'percentage','amountInPercentage':12.5},"
                + "{'id':'mine','conditions':[{'entity':'sale','attribute':'metadata','metadataField':'plan','operator':'starts_with','value':'tr',"
                + "'label':'Try'},{'entity':'customer','attribute':'signupDate','operator':'less_than','value':1717200000000}],'maxDuration':null,"
                + "'type':'flat','amountInCents':0}]", "percentage");
        assertThat(read).hasSize(2);
        assertThat(read.get(0).amount()).isEqualTo(new RewardAmount(1_250, null));
        assertThat(Modifiers.stored("sale", Modifiers.write(read).toString())).isEqualTo(read);
    }

    @Test
    void noneAreNone() {
        assertThat(Modifiers.stored("sale", null)).isEmpty();
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
        "[{'conditions':[CONDITION],'amountInCents':5,'maxDuration':-1}] | modifiers[0].maxDuration: must be 0 to 600",
        "[{'conditions':[CONDITION,5],'amountInCents':5}] | modifiers[0].conditions[1]: must be an object",
        "[{'conditions':[{'entity':'sale','attribute':'amount','operator':'starts_with','value':5}],'amountInCents':5}] | conditions[0].operator: for sale.amount it must be one of equals_to",
        "[{'conditions':[{'entity':'customer','attribute':'shoes','operator':'equals_to','value':'DE'}],'amountInCents':5}] | conditions[0].attribute: a sale reward may look at customer.country",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'contains','value':'tr'}],'amountInCents':5}] | conditions[0].operator: for customer.source it must be one of equals_to, not_equals, in, not_in",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'equals_to','value':'moon'}],'amountInCents':5}] | conditions[0].value: must be of submitted, tracked, trial",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'equals_to','value':['trial']}],'amountInCents':5}] | conditions[0].value: must be a text",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'equals_to'}],'amountInCents':5}] | conditions[0].value: must be a text",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'in','value':['']}],'amountInCents':5}] | conditions[0].value: must be a text",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'in','value':'trial'}],'amountInCents':5}] | conditions[0].value: must be an array",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'not_in','value':[]}],'amountInCents':5}] | conditions[0].value: must be an array of 1",
        "[{'conditions':[{'entity':'customer','attribute':'source','operator':'equals_to','value':'trial','more':'x'}],'amountInCents':5}] | conditions[0].more: is no field",
        "[{'conditions':[{'entity':'customer','attribute':'country','operator':'equals_to','value':'Germany'}],'amountInCents':5}] | conditions[0].value: must be two capital letters",
        "[{'conditions':[{'entity':'customer','attribute':'signupDate','operator':'less_than','value':'2026-01-01'}],'amountInCents':5}] | conditions[0].value: must be a time in milliseconds",
        "[{'conditions':[{'entity':'customer','attribute':'signupDate','operator':'equals_to','value':5}],'amountInCents':5}] | conditions[0].operator: for customer.signupDate",
        "[{'conditions':[{'entity':'partner','attribute':'totalClicks','operator':'greater_than','value':'5'}],'amountInCents':5}] | conditions[0].value: must be a number",
        "[{'conditions':[{'entity':'lead','attribute':'metadata','metadataField':'a','operator':'equals_to','value':'5'}],'amountInCents':5}] | conditions[0].attribute: a sale reward",
        "[{'conditions':[{'entity':'sale','attribute':'metadata','operator':'equals_to','value':'5'}],'amountInCents':5}] | conditions[0].metadataField: must be a text",
        "[{'conditions':[{'entity':'sale','attribute':'amount','metadataField':'a','operator':'equals_to','value':5}],'amountInCents':5}] | conditions[0].metadataField: belongs to metadata",
        "[{'conditions':[{'entity':'sale','attribute':'metadata','metadataField':'a','operator':'less_than','value':'5'}],'amountInCents':5}] | conditions[0].value: must be a number",
        "[{'conditions':[{'entity':'sale','attribute':'metadata','metadataField':'a','operator':'in','value':['5']}],'amountInCents':5}] | conditions[0].operator: for sale.metadata",
        "[{'conditions':[CONDITION],'amountInCents':5,'maxDuration':601}] | modifiers[0].maxDuration: must be 0 to 600",
        "[{'conditions':[CONDITION],'amountInCents':5,'maxDuration':'3'}] | modifiers[0].maxDuration: must be a whole number"},
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
        return Modifiers.read("sale", json(json)).stream().map(group -> group.of(baseType)).toList();
    }

    private static JsonNode json(String json) {
        return Json.read(json.replace('\'', '"'));
    }
}
