package org.conversions.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkDefaultsTest {

    private static final String ALL = "{\"urls\":[\"https://shop.example/\"],\"allowedHostnames\":[\"shop.example\"],"
            + "\"domain\":\"go.shop.example\",\"prefix\":\"c\",\"utm_source\":\"creators\"}";

    @Test
    void whatIsWrittenIsRead() {
        LinkDefaults defaults = LinkDefaults.read(Json.read(ALL));
        assertThat(defaults.fields()).containsEntry("prefix", "c").containsEntry("utm_source", "creators").hasSize(3);
        assertThat(LinkDefaults.stored(defaults.json().toString())).isEqualTo(defaults);
        assertThat(LinkDefaults.read(null)).isEqualTo(LinkDefaults.stored(LinkDefaults.NONE.json().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"urls\":\"x\"}", "{\"urls\":[5]}", "{\"urls\":[\"javascript:x\"]}", "{\"other\":1}",
        "{\"prefix\":5}", "{\"allowedHostnames\":[\"a b\"]}",
        "{\"urls\":[\"https://a.example/\"],\"allowedHostnames\":[\"shop.example\"]}",
        "{\"urls\":[\"https://a.example/1\",\"https://a.example/2\",\"https://a.example/3\",\"https://a.example/4\","
                + "\"https://a.example/5\",\"https://a.example/6\"]}"})
    void whatCannotBeIsRefusedByName(String json) {
        assertThatThrownBy(() -> LinkDefaults.read(Json.read(json))).isInstanceOf(RequestRefused.class)
                .hasMessageStartingWith("linkDefaults");
    }

    @ParameterizedTest
    @CsvSource({"https://shop.example/a, true", "https://www.shop.example/a, true", "https://evil.example/shop.example, false",
        "https://shop.example.evil.example/, false"})
    void linksLeadToAllowedSitesOnly(String url, boolean allowed) {
        LinkDefaults defaults = LinkDefaults.read(Json.read(ALL));
        if (allowed) {
            defaults.check("url", url);
        } else {
            assertThatThrownBy(() -> defaults.check("url", url)).isInstanceOf(RequestRefused.class).hasMessageStartingWith("url: ");
        }
    }

    @ParameterizedTest
    @CsvSource({"Creators, creators", "Über uns!, uber-uns", "  A  B , a-b", "日本, group", "-x-, x"})
    void aNameGivesASlug(String name, String slug) {
        assertThat(GroupDraft.named(name).slug()).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({"https://shop.example/bags, true", "https://www.shop.example/, true", "https://shop.example:8443/, true",
        "https://eu.shop.example/, false", "https://evil.example/, false"})
    void whereNoSiteIsNamedPartnersStayOnThoseOfTheLinksThereAre(String url, boolean allowed) {
        LinkDefaults defaults = LinkDefaults.NONE.within(List.of("https://www.shop.example/start"));
        assertThat(defaults.hosts().allows(url)).isEqualTo(allowed);
        LinkDefaults named = LinkDefaults.read(Json.read(ALL));
        assertThat(named.within(List.of("https://other.example/"))).isEqualTo(named);
        assertThatThrownBy(() -> LinkDefaults.NONE.within(List.of())).isInstanceOf(RequestRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"bags, c/bags", "c/bags, c/bags", "cars, c/cars"})
    void aKeyOfAPartnersOwnIsInTheFolderOfTheGroup(String chosen, String key) {
        assertThat(LinkDefaults.read(Json.read(ALL)).ownKey(chosen)).isEqualTo(key);
        assertThat(LinkDefaults.NONE.ownKey(chosen)).isEqualTo(chosen);
        assertThatThrownBy(() -> LinkDefaults.NONE.ownKey("_root")).isInstanceOf(RequestRefused.class);
    }
}
