package org.conversions.reward.discount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountTest {

    private static final Instant NOON = Instant.parse("2026-07-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Anna Berg  | 20   | percentage | ANNA20OFF",
        "ægir       | 5    | percentage | GIR5OFF",
        "Élodie     | 2000 | flat       | ELODIE20OFF",
        "李          | 10   | percentage | FRIEND10OFF",
        "jean-luc p | 10   | percentage | JEANLUC10OFF"})
    void aCodeSaysTheFirstNameAndTheAmount(String name, long amount, String type, String code) {
        assertThat(CodeText.candidates(name, new DiscountDraft(amount, type, null, "c", null))).startsWith(code, code + "2", code + "3")
                .doesNotHaveDuplicates().allMatch(text -> CodeText.checked(text).equals(text));
    }

    @Test
    void withoutADiscountItSaysTheName() {
        assertThat(CodeText.candidates("Anna", null)).startsWith("ANNAOFF");
        assertThat(CodeText.key(" Anna20off ")).isEqualTo("ANNA20OFF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a.b", "%"})
    void whatBuyersCannotTypeIsNoCode(String code) {
        assertThatThrownBy(() -> CodeText.checked(code)).isInstanceOf(RequestRefused.class).hasMessageStartingWith("code: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"amount\":20,\"type\":\"percentage\",\"maxDuration\":null,\"couponId\":\"c\",\"couponTestId\":null}",
        "{\"amount\":500,\"type\":\"flat\",\"maxDuration\":0,\"couponId\":null,\"couponTestId\":\"t\"}"})
    void aDiscountIsReadAsItIsWritten(String json) throws JsonProcessingException {
        assertThat(DiscountDraft.read(json(json)).json()).hasToString(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "[]                                                            | discount: ",
        "{\"amount\":20,\"couponId\":\"c\"}                            | discount.type: ",
        "{\"amount\":0,\"type\":\"percentage\",\"couponId\":\"c\"}     | discount.amount: ",
        "{\"amount\":101,\"type\":\"percentage\",\"couponId\":\"c\"}   | discount.amount: ",
        "{\"amount\":1.5,\"type\":\"percentage\",\"couponId\":\"c\"}   | discount.amount: ",
        "{\"amount\":5,\"type\":\"flat\"}                              | discount.couponId: ",
        "{\"amount\":5,\"type\":\"flat\",\"couponId\":7}               | discount.couponId: ",
        "{\"amount\":5,\"type\":\"flat\",\"couponId\":\"c\",\"maxDuration\":601} | discount.maxDuration: "})
    void whatIsNoDiscountIsRefusedByItsField(String json, String field) throws JsonProcessingException {
        JsonNode body = json(json);
        assertThatThrownBy(() -> DiscountDraft.read(body)).isInstanceOf(RequestRefused.class).hasMessageStartingWith(field.strip());
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "59, true", "60, false", "61, false"})
    void aPurchaseCountsFromWhenACodeIsMadeUntilItIsEnded(int seconds, boolean counts) {
        DiscountCodeView code = new DiscountCodeView("dc", "ANNA", Mode.LIVE, new PartnerId("pn"), new LinkId("link"), null, "promo", false,
                NOON.plusMillis(400), NOON.plusSeconds(60));
        assertThat(code.countsAt(NOON.plusSeconds(seconds))).as("Stripe's times are whole seconds").isEqualTo(counts);
    }

    private static JsonNode json(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json);
    }
}
