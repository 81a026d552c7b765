package org.conversions.web.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.Choice;
import org.conversions.report.FiguresFilter;
import org.conversions.report.SaleType;
import org.conversions.report.Trait;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterQueryTest {

    @Test
    void theFiltersOfAnAddressAreReadAsThoseOfARequest() {
        FiguresFilter filter = filter("?interval=30d&tab=links&country=DE,FR&country=IT&city=S%C3%A3o+Paulo&utm_source=-news"
                + "&tagId=tag_1&tagIds=tag_2&qr=true&root=&saleType=new&query=metadata%5B%27plan%27%5D:%27pro%27&device=");
        assertThat(filter.choices()).containsOnlyKeys(Trait.COUNTRY, Trait.CITY, Trait.UTM_SOURCE, Trait.TAG, Trait.QR);
        assertThat(filter.choices().get(Trait.COUNTRY)).isEqualTo(new Choice(Set.of("DE", "FR", "IT"), Set.of()));
        assertThat(filter.choices().get(Trait.CITY).wanted()).containsExactly("s\u00e3o paulo");
        assertThat(filter.choices().get(Trait.UTM_SOURCE).unwanted()).containsExactly("news");
        assertThat(filter.choices().get(Trait.TAG).wanted()).containsExactlyInAnyOrder("tag_1", "tag_2");
        assertThat(filter.saleType()).isEqualTo(SaleType.NEW);
        assertThat(filter.metadata().text()).isEqualTo("metadata['plan']:'pro'");
        assertThat(filter.mode()).isEqualTo(Mode.TEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?interval=7d"})
    void anAddressWithoutFiltersChoosesNothing(String search) {
        assertThat(filter(search).choices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"qr=1", "saleType=x", "query=x", "country=DE,-FR", "trigger=x"})
    void aFilterThatCannotBeIsRefused(String search) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> filter(search));
    }

    private static FiguresFilter filter(String search) {
        return FilterQuery.of(search).filter(new WorkspaceId("ws_1"), Mode.TEST);
    }
}
