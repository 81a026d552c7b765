package org.conversions.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.Choice;
import org.conversions.report.FiguresFilter;
import org.conversions.report.Grouping;
import org.conversions.report.MetadataQuery;
import org.conversions.report.SaleType;
import org.conversions.report.Trait;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SharedFiguresTest {

    private static final WorkspaceId OURS = new WorkspaceId("ws_1");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // the share's, what is asked for, what is shown: wanted and unwanted
        "DE    | -      | DE    | -  ", "DE    | DE     | DE | -   ", "DE,FR | FR     | FR | -", "DE,FR | FR,US  | FR | -",
        "-     | DE     | DE    | -  ", "DE,FR | -FR    | DE,FR | FR", "-DE   | FR     | FR | DE", "-DE   | DE     | DE | DE",
        "-DE   | -FR    | -     | DE,FR", "-DE  | -      | -  | DE"})
    void aQuestionNarrowsWhatIsShared(String shared, String asked, String wanted, String unwanted) {
        FiguresFilter shown = SharedFigures.narrowed(filter(Trait.COUNTRY, shared), filter(Trait.COUNTRY, asked));
        assertThat(shown.choices().get(Trait.COUNTRY)).isEqualTo(new Choice(set(wanted), set(unwanted)));
    }

    @ParameterizedTest
    @CsvSource({"DE, US", "'DE,FR', 'US,IT'"})
    void aQuestionThatLeadsOutOfTheShareIsRefused(String shared, String asked) {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> SharedFigures.narrowed(filter(Trait.COUNTRY, shared), filter(Trait.COUNTRY, asked)))
                .withMessage("country: is not within what is shared");
    }

    /** Whatever is asked for, no value passes that the share holds back. */
    @Property
    void nothingIsWidened(@ForAll("choices") List<String> shared, @ForAll("choices") List<String> asked) {
        FiguresFilter fixed = filter(Trait.COUNTRY, String.join(",", shared));
        FiguresFilter question = filter(Trait.COUNTRY, String.join(",", asked));
        Choice shown;
        try {
            shown = SharedFigures.narrowed(fixed, question).choices().get(Trait.COUNTRY);
        } catch (RequestRefused e) {
            return;
        }
        for (String value : List.of("DE", "FR", "US", "IT")) {
            assertThat(passes(shown, value)).as(value).isEqualTo(passes(fixed.choices().get(Trait.COUNTRY), value)
                    && passes(question.choices().get(Trait.COUNTRY), value));
        }
    }

    @Test
    void otherFiltersAreAddedAndWorkspaceAndModeAreThoseOfTheShare() {
        FiguresFilter shared = new FiguresFilter(OURS, Mode.TEST, Map.of(Trait.LINK, Choice.of("link_1", true)), SaleType.NEW, null, false);
        FiguresFilter asked = new FiguresFilter(new WorkspaceId("ws_2"), Mode.LIVE, Map.of(Trait.DEVICE, Choice.of("mobile", true)), null, null, true);
        assertThat(SharedFigures.narrowed(shared, asked)).isEqualTo(new FiguresFilter(OURS, Mode.TEST,
                Map.of(Trait.LINK, Choice.of("link_1", true), Trait.DEVICE, Choice.of("mobile", true)), SaleType.NEW, null, false));
    }

    @Test
    void aTypeOfSalesAndAQuestionAboutMetadataStay() {
        MetadataQuery pro = MetadataQuery.of("metadata['plan']:'pro'");
        FiguresFilter all = filter(Trait.COUNTRY, null);
        FiguresFilter ofPro = new FiguresFilter(OURS, Mode.LIVE, Map.of(), SaleType.NEW, pro, false);
        assertThat(SharedFigures.narrowed(ofPro, all).metadata()).isSameAs(pro);
        assertThat(SharedFigures.narrowed(ofPro, new FiguresFilter(OURS, Mode.LIVE, Map.of(), SaleType.NEW,
                MetadataQuery.of("metadata['plan']:'pro'"), false)).metadata()).isSameAs(pro);
        refused(ofPro, new FiguresFilter(OURS, Mode.LIVE, Map.of(), SaleType.RECURRING, null, false), "saleType");
        refused(ofPro, new FiguresFilter(OURS, Mode.LIVE, Map.of(), null, MetadataQuery.of("metadata['a']:1"), false), "query");
        refused(all, new FiguresFilter(OURS, Mode.LIVE, Map.of(), null, pro, false), "query");
        assertThat(SharedFigures.narrowed(all, new FiguresFilter(OURS, Mode.LIVE, Map.of(), SaleType.NEW, null, false)).saleType())
                .isEqualTo(SaleType.NEW);
    }

    @ParameterizedTest
    @EnumSource(value = Trait.class, names = {"CUSTOMER", "TENANT", "EXTERNAL_ID", "PARTNER", "URL", "REFERER_URL"})
    void nobodyFindsOutWhetherSomebodyIsAmongThem(Trait trait) {
        refused(filter(Trait.COUNTRY, null), filter(trait, "somebody"), trait.parameter());
        assertThat(SharedFigures.narrowed(filter(trait, "somebody"), filter(trait, "somebody")).choices()).containsOnlyKeys(trait);
    }

    @ParameterizedTest
    @EnumSource
    void partnersAndWholeAddressesAreNotShown(Grouping grouping) {
        if (Set.of("top_partners", "top_urls", "referer_urls").contains(grouping.text())) {
            assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> SharedFigures.check(grouping));
        } else {
            assertThatNoException().isThrownBy(() -> SharedFigures.check(grouping));
        }
    }

    @Provide
    Arbitrary<List<String>> choices() {
        return Arbitraries.of("DE", "FR", "US", "IT").list().uniqueElements().ofMaxSize(4)
                .flatMap(values -> Arbitraries.of(true, false).map(wanted -> wanted || values.isEmpty() ? values
                        : Stream.concat(Stream.of("-" + values.get(0)), values.stream().skip(1)).toList()));
    }

    private static void refused(FiguresFilter shared, FiguresFilter asked, String parameter) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> SharedFigures.narrowed(shared, asked))
                .withMessage(parameter + ": is not within what is shared");
    }

    private static FiguresFilter filter(Trait trait, String values) {
        Map<Trait, Choice> choices = new EnumMap<>(Trait.class);
        if (values != null && !values.isEmpty()) {
            choices.put(trait, trait.choice(List.of(values)));
        }
        return new FiguresFilter(OURS, Mode.LIVE, choices, null, null, false);
    }

    private static Set<String> set(String values) {
        return values == null ? Set.of() : Stream.of(values.strip().split(",")).collect(Collectors.toSet());
    }

    private static boolean passes(Choice choice, String value) {
        return choice == null || (choice.wanted().isEmpty() || choice.wanted().contains(value)) && !choice.unwanted().contains(value);
    }
}
