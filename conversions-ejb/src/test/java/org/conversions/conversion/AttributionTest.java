package org.conversions.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.conversions.conversion.AttributionModel.FIRST_CLICK;
import static org.conversions.conversion.AttributionModel.LAST_CLICK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {

    private static final Instant PAID_AT = Instant.parse("2026-07-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", value = {
            // clicks, by the day of July       | model       | goes back to | explanation
            "nothing                            | LAST_CLICK  | nothing      | nothing",
            "nothing                            | FIRST_CLICK | nothing      | nothing",
            "1                                  | LAST_CLICK  | 1            | The one click that brought the buyer",
            "1                                  | FIRST_CLICK | 1            | The one click that brought the buyer",
            "1 5 9                              | LAST_CLICK  | 9            | The last of 3 clicks that brought the buyer before the payment",
            "1 5 9                              | FIRST_CLICK | 1            | The first of 3 clicks that brought the buyer before the payment",
            "9 1 5                              | LAST_CLICK  | 9            | The last of 3 clicks that brought the buyer before the payment",
            "9 1 5                              | FIRST_CLICK | 1            | The first of 3 clicks that brought the buyer before the payment",
            "1 9 25                             | LAST_CLICK  | 9            | The last of 2 clicks that brought the buyer before the payment",
            "1 9 25                             | FIRST_CLICK | 1            | The first of 2 clicks that brought the buyer before the payment",
            "1 25                               | LAST_CLICK  | 1            | The one click that brought the buyer",
            "25 27                              | LAST_CLICK  | 25           | The buyer's first click was made or named after the payment",
            "25 27                              | FIRST_CLICK | 25           | The buyer's first click was made or named after the payment"})
    void aSaleGoesBackToOneOfTheBuyersClicks(String days, AttributionModel model, String day, String explanation) {
        List<Touch> touches = Stream.ofNullable(days).flatMap(all -> Stream.of(all.split(" "))).map(AttributionTest::clickOfDay).toList();
        assertThat(Attribution.of(model, touches, null, PAID_AT)).isEqualTo(
                Stream.ofNullable(day).map(chosen -> new Attribution(clickOfDay(chosen), explanation)).findFirst());
    }

    @Test
    void aClickInTheSecondOfThePaymentCountsAndOneInTheNextDoesNot() {
        Touch before = touch("before", "link", PAID_AT.minusSeconds(60));
        Touch then = touch("then", "link", PAID_AT);
        Touch after = touch("after", "link", PAID_AT.plusSeconds(1));
        assertThat(Attribution.of(LAST_CLICK, List.of(before, then, after), null, PAID_AT).orElseThrow().touch()).isEqualTo(then);
        assertThat(Attribution.of(LAST_CLICK, List.of(before, after), null, PAID_AT).orElseThrow().touch()).isEqualTo(before);
    }

    @Test
    void clicksOfTheSameMomentAreToldApartByTheirIds() {
        Touch a = touch("a", "link_1", PAID_AT);
        Touch b = touch("b", "link_2", PAID_AT);
        assertThat(Attribution.of(LAST_CLICK, List.of(b, a), null, PAID_AT).orElseThrow().touch()).isEqualTo(b);
        assertThat(Attribution.of(FIRST_CLICK, List.of(b, a), null, PAID_AT).orElseThrow().touch()).isEqualTo(a);
    }

    @Test
    void aClickThatIsNamedAfterThePaymentCountsOnlyForWantOfAnother() {
        Touch known = touch("known", "link_1", PAID_AT.minusSeconds(600));
        Touch learned = new Touch("learned", "link_2", PAID_AT.minusSeconds(60), PAID_AT.plusSeconds(3600), false);
        assertThat(Attribution.of(LAST_CLICK, List.of(known, learned), null, PAID_AT).orElseThrow().touch())
                .isEqualTo(known);
        assertThat(Attribution.of(LAST_CLICK, List.of(learned), null, PAID_AT).orElseThrow().touch()).isEqualTo(learned);
    }

    @Test
    void theClickThatThePurchaseItselfNamesCountsWheneverItIsNamed() {
        Touch known = touch("known", "link_1", PAID_AT.minusSeconds(600));
        Touch own = new Touch("own", "link_2", PAID_AT.minusSeconds(60), PAID_AT.plusSeconds(3), false);
        assertThat(Attribution.of(LAST_CLICK, List.of(own, known), "own", PAID_AT).orElseThrow().touch()).isEqualTo(own);
        assertThat(Attribution.of(FIRST_CLICK, List.of(own, known), "own", PAID_AT).orElseThrow().touch())
                .isEqualTo(known);
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyAPageHasNamedCountsForWantOfAnythingElse(AttributionModel model) {
        Touch known = touch("known", "link_1", PAID_AT.minusSeconds(600));
        Touch older = new Touch("older", "link_2", PAID_AT.minusSeconds(900), PAID_AT.minusSeconds(900), true);
        Touch newer = new Touch("newer", "link_2", PAID_AT.minusSeconds(60), PAID_AT.minusSeconds(60), true);
        assertThat(Attribution.of(model, List.of(older, known, newer), null, PAID_AT).orElseThrow().touch()).isEqualTo(known);
        assertThat(Attribution.of(model, List.of(newer), null, PAID_AT).orElseThrow().touch()).isEqualTo(newer);
        assertThat(Attribution.of(LAST_CLICK, List.of(older, known, newer), "newer", PAID_AT).orElseThrow().touch())
                .as("the purchase itself names it").isEqualTo(newer);
    }

    @Property
    void theOrderInWhichClicksBecomeKnownDoesNotMatter(@ForAll AttributionModel model, @ForAll Random random,
                                                       @ForAll("clicks") @Size(max = 12) List<Touch> touches) {
        List<Touch> shuffled = new ArrayList<>(touches);
        Collections.shuffle(shuffled, random);
        assertThat(Attribution.of(model, shuffled, null, PAID_AT)).isEqualTo(Attribution.of(model, touches, null, PAID_AT));
    }

    @Property
    void aSaleIsAttributedWhenThereIsAnyClickAndToALaterOneOnlyForWantOfAnEarlier(
            @ForAll AttributionModel model, @ForAll("clicks") @Size(min = 1, max = 12) List<Touch> touches) {
        Touch chosen = Attribution.of(model, touches, null, PAID_AT).orElseThrow().touch();
        assertThat(touches).contains(chosen);
        if (chosen.clickedAt().isAfter(PAID_AT)) {
            assertThat(touches).allMatch(touch -> touch.clickedAt().isAfter(PAID_AT));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2026-04-21T12:00:00Z     | true",
            "2026-04-21T11:59:59.999Z | false",
            "2026-07-20T12:00:00Z     | true",
            "2026-07-20T12:00:01Z     | true",
            "2020-01-01T00:00:00Z     | false"})
    void theWindowOfNinetyDaysClosesToTheMillisecond(Instant clickedAt, boolean within) {
        assertThat(Attribution.withinWindow(clickedAt, PAID_AT, 90)).isEqualTo(within);
    }

    @ParameterizedTest
    @EnumSource
    void aModelIsKnownByItsName(AttributionModel model) {
        assertThat(AttributionModel.of(model.text())).isEqualTo(model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Last-Click", "LAST_CLICK", "linear"})
    void anUnknownModelIsALoudError(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AttributionModel.of(text));
    }

    @Provide
    Arbitrary<List<Touch>> clicks() {
        return Arbitraries.integers().between(-5, 5).map(minutes -> PAID_AT.plusSeconds(60L * minutes))
                .flatMap(at -> Arbitraries.of("a", "b", "c").map(id -> touch(id + at, "link_" + id, at)))
                .list();
    }

    private static Touch clickOfDay(String day) {
        Instant at = Instant.parse("2026-07-%02dT12:00:00Z".formatted(Integer.parseInt(day)));
        return touch("click_" + day, "link_" + day, at);
    }

    /** A click that was named when it was made. */
    private static Touch touch(String clickId, String linkId, Instant clickedAt) {
        return new Touch(clickId, linkId, clickedAt, clickedAt, false);
    }
}
