package org.conversions.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.conversions.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "2500 | - | 12 | - | 25 % of each sale for 12 months", "1250 | - | 0 | - | 12.5 % of each sale, for a customer's first one only",
        "- | 500 | - | - | 5.00 EUR for each sale", "1000 | - | 1 | 3 | 10 % of each sale for 1 month, at most 3 sales of a customer"})
    void aRewardIsSaidInASentence(Integer basisPoints, Long flat, Integer months, Integer sales, String text) {
        assertThat(RewardText.of("sale", new RewardTerms("rwt_1", new RewardAmount(basisPoints, flat), List.of(),
                new RewardLimits(months, sales, null)), "eur")).isEqualTo(text);
    }

    @Test
    void conditionsAreSaidAfterIt() {
        String modifiers = "[{'type':'percentage','amountInPercentage':40,'conditions':[{'entity':'customer','attribute':'country',"
                + "'operator':'in','value':['US','CA']}]},{'operator':'OR','type':'flat','amountInCents':5000,'maxDuration':0,'conditions':["
                + "{'entity':'sale','attribute':'productId','operator':'equals_to','value':'prod_1','label':'Pro plan'},"
                + "{'entity':'customer','attribute':'signupDate','operator':'less_than','value':1717200000000},"
                + "{'entity':'sale','attribute':'metadata','metadataField':'seats','operator':'greater_than','value':5}]}]";
        RewardTerms terms = new RewardTerms("rwt_1", new RewardAmount(2_500, null), Modifiers.stored("sale", modifiers.replace('\'', '"')),
                new RewardLimits(12, null, SpendLimit.read(Json.read("{\"amount\":100000,\"interval\":\"month\"}"))));
        assertThat(RewardText.of("sale", terms, "usd")).isEqualTo("25 % of each sale for 12 months; 40 % if the customer's country is US or"
                + " CA; 50.00 USD, for a customer's first one only if the product is Pro plan or the customer signed up before"
                + " 1 June 2024 or the sale's seats is more than 5; at most 1000.00 USD a month");
    }

    @Test
    void currenciesWithoutCentsHaveNone() {
        assertThat(RewardText.of("lead", new RewardTerms("rwt_1", null, 500L), "jpy")).isEqualTo("500 JPY for each lead");
    }
}
