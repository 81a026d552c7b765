package org.conversions.web.api.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.link.LinkDraft;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkRequestTest {

    private static final LinkDraft STORED = new LinkDraft("https://a.example/?utm_source=mail&x=1", "go.example.com", "sale", null, null,
            "ext", "tenant", "note", true, true);

    @Test
    void whatIsNotNamedStays() {
        assertThat(request("{}").applyTo(STORED)).isEqualTo(STORED);
    }

    @Test
    void whatIsNamedIsTaken() {
        assertThat(request("""
                {"url":"https://b.example","domain":"go.example.com","key":"k","prefix":"p","keyLength":9,"externalId":"e",
                 "tenantId":"t","comments":"c","trackConversion":true,"archived":true,"programId":"prog_1","unheardOf":1}""")
                .applyTo(LinkDraft.EMPTY)).isEqualTo(
                new LinkDraft("https://b.example", "go.example.com", "k", "p", 9, "e", "t", "c", true, true));
    }

    @Test
    void whatIsNullIsCleared() {
        assertThat(request("""
                {"externalId":null,"tenantId":null,"comments":null,"utm_source":null,"trackConversion":null}""").applyTo(STORED))
                .isEqualTo(new LinkDraft("https://a.example/?x=1", "go.example.com", "sale", null, null, null, null, null,
                        false, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"utm_source\":\"a b\"} | https://a.example/?x=1&utm_source=a+b",
            "{\"utm_source\":\"\"} | https://a.example/?x=1",
            "{\"ref\":\"r\"} | https://a.example/?utm_source=mail&x=1&ref=r",
            "{\"utm_term\":\"t\",\"url\":\"https://b.example/?utm_source=web\"} | https://b.example/?utm_source=web&utm_term=t"})
    void theCampaignIsWrittenIntoTheDestination(String body, String url) {
        assertThat(request(body).applyTo(STORED).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"url\":1}", "{\"url\":[\"https://a.example\"]}", "{\"key\":true}", "{\"trackConversion\":\"true\"}",
            "{\"trackConversion\":1}", "{\"archived\":{}}", "{\"keyLength\":\"7\"}", "{\"keyLength\":7.5}", "{\"keyLength\":99999999999}",
            "{\"utm_source\":5}", "{\"comments\":{}}"})
    void aWrongTypeIsRefused(String body) {
        assertThatThrownBy(() -> request(body).applyTo(STORED)).isInstanceOfSatisfying(RequestRefused.class,
                refused -> assertThat(refused.code()).isEqualTo(RequestRefused.Code.UNPROCESSABLE_ENTITY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"password\":\"x\"}", "{\"expiresAt\":\"2030-01-01\"}", "{\"geo\":{\"DE\":\"https://a.example\"}}",
            "{\"tagIds\":[\"tag_1\"]}", "{\"tagIds\":\"tag_1\"}", "{\"proxy\":true}", "{\"doIndex\":true}", "{\"title\":\"\"}",
            "{\"testVariants\":[{}]}", "{\"ios\":\"https://a.example\"}"})
    void whatThisServerCannotDoIsNotSwallowed(String body) {
        assertThatThrownBy(() -> request(body)).isInstanceOf(RequestRefused.class).hasMessageContaining("not supported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"password\":null}", "{\"proxy\":false}", "{\"tagIds\":[]}", "{\"geo\":{}}", "{\"webhookIds\":[]}",
            "{\"partnerId\":null}"})
    void whatIsOffAsksForNothing(String body) {
        assertThat(request(body).applyTo(STORED)).isEqualTo(STORED);
    }

    @Test
    void aPartnersLinkIsMadeElsewhere() {
        assertThatThrownBy(() -> request("{\"partnerId\":\"pn_1\"}")).hasMessageContaining("/partners/links");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"x\"", "1"})
    void aBodyIsAnObject(String body) {
        assertThatThrownBy(() -> request(body)).isInstanceOf(RequestRefused.class);
    }

    private static LinkRequest request(String body) {
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            return new LinkRequest(tree);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }
}
