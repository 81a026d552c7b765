package org.conversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.statistics.CellTrait;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CellSourceTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            // what is chosen by, what is split by, which cells answer: none but the facts themselves for raw
            "'', count, workspace", "'', timeseries, workspace", "'', countries, country", "'', regions, region", "'', cities, city",
            "'', continents, continent", "'', devices, device", "'', triggers, trigger", "'', referer_urls, referer_url",
            "'', top_urls, url", "'', top_base_urls, url", "'', utm_terms, utm_term", "'', top_links, links",
            "'', top_folders, links", "'', top_partners, links", "'', top_link_tags, links", "'', top_domains, links",
            "COUNTRY, count, country", "COUNTRY, timeseries, country", "COUNTRY, countries, country", "COUNTRY, cities, city",
            "REGION, countries, region", "CITY, countries, city", "QR, triggers, trigger", "URL, top_base_urls, url",
            "COUNTRY, browsers, raw", "COUNTRY DEVICE, count, raw", "COUNTRY REGION CITY, count, city", "CONTINENT, countries, raw",
            "LINK, count, links", "LINK, countries, raw", "FOLDER TAG, timeseries, links", "PARTNER, devices, raw",
            "CUSTOMER, count, raw", "PRODUCT, count, raw", "'', products, raw", "LINK, products, raw", "GROUP, count, links", "PARTNER_TAG, countries, raw"})
    void aQuestionIsAnsweredByTheCellsThatKnowAllOfIt(String chosen, String grouping, String cells) {
        Map<Trait, Choice> choices = new EnumMap<>(Trait.class);
        for (String trait : chosen.split(" ")) {
            if (!trait.isEmpty()) {
                choices.put(Trait.valueOf(trait), Choice.of("x", true));
            }
        }
        assertThat(CellSource.of(filter(choices, null), Grouping.of(grouping))
                .map(source -> source.ofLinks() ? "links" : source.trait().text()).orElse("raw")).isEqualTo(cells);
        assertThat(CellSource.of(filter(choices, SaleType.NEW), Grouping.of(grouping))).isEmpty();
    }

    /** A trait that no cells knew would be read from all clicks there are. Products have none. */
    @ParameterizedTest
    @EnumSource(value = Grouping.class, names = "PRODUCTS", mode = EnumSource.Mode.EXCLUDE)
    void everySplitHasItsCells(Grouping grouping) {
        assertThat(CellSource.of(filter(Map.of(), null), grouping)).isPresent();
    }

    @Test
    void theColumnsOfAClickAreHadFromTheValueOfTheCell() {
        assertThat(new CellSource(CellTrait.COUNTRY).translated("where c.country in (:wanted) and h.cell_at < :time"))
                .isEqualTo("where (case when h.value_key = '\u0001' then null else h.value_key end) in (:wanted) and h.cell_at < :time");
        assertThat(new CellSource(CellTrait.CITY).translated("lower(c.city)")).contains("substring(h.value_key, 23)");
        assertThat(new CellSource(null).translated("c.city")).isEqualTo("c.city");
    }

    private static FiguresFilter filter(Map<Trait, Choice> choices, SaleType saleType) {
        return new FiguresFilter(new WorkspaceId("ws_1"), Mode.LIVE, choices, saleType, null, false);
    }
}
