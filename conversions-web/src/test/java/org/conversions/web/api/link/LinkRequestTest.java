package org.conversions.web.api.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conversions.link.LinkDraft;
import org.conversions.link.LinkDraft.TagChoice;
import org.conversions.link.LinkExperiment;
import org.conversions.link.LinkPreview;
import org.conversions.link.LinkRules;
import org.conversions.link.TestVariant;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkRequestTest {

    private static final Instant NOW = Instant.parse("2026-07-29T10:00:00Z");
    private static final LinkDraft STORED = new LinkDraft("https://a.example/?utm_source=mail&x=1", "go.example.com", "sale", null, null,
            "ext", "tenant", "note", true, true, "fold_1", TagChoice.ids(List.of("tag_1")), new LinkRules(
            Instant.parse("2030-01-01T00:00:00Z"), "https://a.example/late", Instant.parse("2026-01-01T00:00:00Z"), "secret",
            new LinkPreview("t", "d", "https://a.example/i.png", null, true), false, false, true, "https://a.example/ios", null,
            Map.of("DE", "https://a.example/de"), LinkExperiment.NONE));

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
                new LinkDraft("https://b.example", "go.example.com", "k", "p", 9, "e", "t", "c", true, true, null,
                        LinkDraft.EMPTY.tags(), LinkRules.NONE));
    }

    @Test
    void whatIsNullIsCleared() {
        assertThat(request("""
                {"externalId":null,"tenantId":null,"comments":null,"utm_source":null,"trackConversion":null,"folderId":null,
                 "tagIds":null,"expiresAt":null,"expiredUrl":null,"disabled":null,"password":null,"title":null,"description":null,
                 "image":null,"proxy":null,"publicStats":null,"ios":null,"geo":null,"testVariants":null}""").applyTo(STORED))
                .isEqualTo(new LinkDraft("https://a.example/?x=1", "go.example.com", "sale", null, null, null, null, null,
                        false, true, null, TagChoice.ids(List.of()), LinkRules.NONE));
    }

    @Test
    void whatALinkDoesIsTaken() {
        LinkRules rules = request("""
                {"expiresAt":"2031-02-03T04:05:06.789123+01:00","geo":{"FR":"https://a.example/fr","AT":"https://a.example/at"},
                 "testVariants":[{"url":"https://a.example/1","percentage":30},{"url":"https://a.example/2","percentage":70}],
                 "testStartedAt":"2031-01-01","testCompletedAt":"2032-01-01","android":"https://a.example/android","rewrite":true,
                 "doIndex":true,"video":"https://a.example/v.mp4"}""").applyTo(LinkDraft.EMPTY).rules();
        assertThat(rules.expiresAt()).isEqualTo("2031-02-03T03:05:06.789Z");
        assertThat(rules.geo()).containsExactly(Map.entry("AT", "https://a.example/at"), Map.entry("FR", "https://a.example/fr"));
        assertThat(rules.experiment().variants()).containsExactly(new TestVariant("https://a.example/1", 30),
                new TestVariant("https://a.example/2", 70));
        assertThat(rules.experiment().startedAt()).isEqualTo("2031-01-01T00:00:00Z");
        assertThat(rules.android()).isEqualTo("https://a.example/android");
        assertThat(List.of(rules.rewrite(), rules.doIndex(), rules.preview().proxy())).containsExactly(true, true, false);
    }

    @Test
    void aLinkIsDisabledFromTheMomentItIsSaidAndThenStaysSo() {
        assertThat(request("{\"disabled\":true}").applyTo(LinkDraft.EMPTY).rules().disabledAt()).isEqualTo(NOW);
        assertThat(request("{\"disabled\":true}").applyTo(STORED).rules().disabledAt()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(request("{\"disabled\":false}").applyTo(STORED).rules().disabledAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"tagIds\":\"b\"} | b |", "{\"tagIds\":\"b, a,b\"} | a,b |", "{\"tagIds\":[\"b\",\"a\"]} | a,b |",
            "{\"tagNames\":\"News,Old\"} | | News,Old", "{\"tagNames\":[\"New, old\"]} | | New, old", "{\"tagId\":\"a\"} | a |",
            "{\"tagIds\":[\"a\"],\"tagNames\":[\"x\"],\"tagId\":\"b\"} | a |", "{\"tagId\":null} | |", "{\"tagNames\":[]} | | ``"})
    void tagsAreNamedInManyWays(String body, String ids, String names) {
        TagChoice tags = request(body).applyTo(STORED).tags();
        assertThat(String.join(",", tags.ids())).isEqualTo(ids == null ? "" : ids);
        assertThat(tags.names() == null ? null : String.join(",", tags.names())).isEqualTo(names);
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
            "{\"utm_source\":5}", "{\"comments\":{}}", "{\"expiresAt\":\"tomorrow\"}", "{\"expiresAt\":5}", "{\"geo\":[]}",
            "{\"geo\":{\"DE\":1}}", "{\"testVariants\":{}}", "{\"testVariants\":[1]}", "{\"testVariants\":[{\"url\":\"x\"}]}",
            "{\"testVariants\":[{\"percentage\":1.5}]}", "{\"tagIds\":[1]}", "{\"tagIds\":{}}", "{\"tagNames\":5}", "{\"tagId\":5}",
            "{\"proxy\":\"true\"}", "{\"disabled\":1}", "{\"folderId\":[]}", "{\"password\":5}"})
    void aWrongTypeIsRefused(String body) {
        assertThatThrownBy(() -> request(body).applyTo(STORED)).isInstanceOfSatisfying(RequestRefused.class,
                refused -> assertThat(refused.code()).isEqualTo(RequestRefused.Code.UNPROCESSABLE_ENTITY));
    }

    @Test
    void whatThisServerCannotDoIsNotSwallowed() {
        assertThatThrownBy(() -> request("{\"webhookIds\":[\"wh_1\"]}")).isInstanceOf(RequestRefused.class)
                .hasMessageContaining("webhookIds");
        assertThat(request("{\"webhookIds\":[]}").applyTo(STORED)).isEqualTo(STORED);
        assertThat(request("{\"webhookIds\":null}").applyTo(STORED)).isEqualTo(STORED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"x\"", "1"})
    void aBodyIsAnObject(String body) {
        assertThatThrownBy(() -> request(body)).isInstanceOf(RequestRefused.class);
    }

    private static LinkRequest request(String body) {
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            return new LinkRequest(tree, NOW);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }
}
