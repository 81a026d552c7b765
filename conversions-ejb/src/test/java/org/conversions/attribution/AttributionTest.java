package org.conversions.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.conversions.workspace.AttributionModel.FIRST_CLICK;
import static org.conversions.workspace.AttributionModel.LAST_CLICK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.conversions.platform.Word;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.workspace.AttributionModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {

    private static final Attribution.Own NOTHING = new Attribution.Own(null, null);
    private static final Instant PAID_AT = Instant.parse("2026-07-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", value = {
            // clicks, by day of July[/named]   | model       | goes back to | explanation
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
            "1/25                               | LAST_CLICK  | 1            | The one click that brought the buyer, as was learned after the payment",
            "1/25 6/22                          | LAST_CLICK  | 6            | The last of 2 clicks that brought the buyer before the payment, as was learned after the payment",
            "1/25 6/22                          | FIRST_CLICK | 1            | The first of 2 clicks that brought the buyer before the payment, as was learned after the payment",
            "1/25 22                            | LAST_CLICK  | 1            | The one click that brought the buyer, as was learned after the payment",
            "1/25 6                             | FIRST_CLICK | 6            | The one click that brought the buyer",
            "25 27                              | LAST_CLICK  | nothing      | nothing",
            "25 27                              | FIRST_CLICK | nothing      | nothing"})
    void aSaleGoesBackToOneOfTheBuyersClicks(String days, AttributionModel model, String day, String explanation) {
        List<Touch> touches = Stream.ofNullable(days).flatMap(all -> Stream.of(all.split(" "))).map(AttributionTest::clickOfDay).toList();
        assertThat(Attribution.of(model, touches, NOTHING, PAID_AT)).isEqualTo(
                touches.stream().filter(touch -> touch.clickId().equals(new ClickId("click_" + day))).map(chosen -> new Attribution(chosen, explanation)).findFirst());
    }

    @Test
    void aClickInTheSecondOfThePaymentCountsAndOneInTheNextDoesNot() {
        Touch before = touch("before", "link", PAID_AT.minusSeconds(60));
        Touch then = touch("then", "link", PAID_AT);
        Touch after = touch("after", "link", PAID_AT.plusSeconds(1));
        assertThat(Attribution.of(LAST_CLICK, List.of(before, then, after), NOTHING, PAID_AT).orElseThrow().touch()).isEqualTo(then);
        assertThat(Attribution.of(LAST_CLICK, List.of(before, after), NOTHING, PAID_AT).orElseThrow().touch()).isEqualTo(before);
    }

    @Test
    void clicksOfTheSameMomentAreToldApartByTheirIds() {
        Touch a = touch("a", "link_1", PAID_AT);
        Touch b = touch("b", "link_2", PAID_AT);
        assertThat(Attribution.of(LAST_CLICK, List.of(b, a), NOTHING, PAID_AT).orElseThrow().touch()).isEqualTo(b);
        assertThat(Attribution.of(FIRST_CLICK, List.of(b, a), NOTHING, PAID_AT).orElseThrow().touch()).isEqualTo(a);
    }

    @Test
    void aClickThatIsNamedAfterThePaymentCountsOnlyForWantOfOneThatWasNamedBefore() {
        Touch known = touch("known", "link_1", PAID_AT.minusSeconds(600));
        Touch learned = new Touch(new ClickId("learned"), new LinkId("link_2"), PAID_AT.minusSeconds(60), PAID_AT.plusSeconds(3600), false);
        assertThat(Attribution.of(LAST_CLICK, List.of(known, learned), NOTHING, PAID_AT).orElseThrow().touch())
                .isEqualTo(known);
        assertThat(Attribution.of(LAST_CLICK, List.of(learned), NOTHING, PAID_AT).orElseThrow().touch()).isEqualTo(learned);
    }

    @Test
    void theClickThatThePurchaseItselfNamesCountsWheneverItIsMadeAndNamed() {
        Touch known = touch("known", "link_1", PAID_AT.minusSeconds(600));
        Touch own = new Touch(new ClickId("own"), new LinkId("link_2"), PAID_AT.minusSeconds(60), PAID_AT.plusSeconds(3), false);
        assertThat(Attribution.of(LAST_CLICK, List.of(own, known), new Attribution.Own(new ClickId("own"), null), PAID_AT).orElseThrow().touch()).isEqualTo(own);
        assertThat(Attribution.of(FIRST_CLICK, List.of(own, known), new Attribution.Own(new ClickId("own"), null), PAID_AT).orElseThrow().touch())
                .isEqualTo(known);
        Touch later = touch("own", "link_2", PAID_AT.plusSeconds(60));
        assertThat(Attribution.of(LAST_CLICK, List.of(later, known), new Attribution.Own(new ClickId("own"), null), PAID_AT).orElseThrow().touch()).isEqualTo(later);
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyAPageHasNamedCountsForWantOfAnythingElse(AttributionModel model) {
        Touch known = touch("known", "link_1", PAID_AT.minusSeconds(600));
        Touch older = new Touch(new ClickId("older"), new LinkId("link_2"), PAID_AT.minusSeconds(900), PAID_AT.minusSeconds(900), true);
        Touch newer = new Touch(new ClickId("newer"), new LinkId("link_2"), PAID_AT.minusSeconds(60), PAID_AT.minusSeconds(60), true);
        assertThat(Attribution.of(model, List.of(older, known, newer), NOTHING, PAID_AT).orElseThrow().touch()).isEqualTo(known);
        assertThat(Attribution.of(model, List.of(newer), NOTHING, PAID_AT).orElseThrow().touch()).isEqualTo(newer);
        assertThat(Attribution.of(LAST_CLICK, List.of(older, known, newer), new Attribution.Own(new ClickId("newer"), null), PAID_AT).orElseThrow().touch())
                .as("the purchase itself names it").isEqualTo(newer);
    }

    @ParameterizedTest
    @EnumSource
    void aCodeCountsForWantOfAClick(AttributionModel model) {
        Attribution.Own own = new Attribution.Own(null, "dc_own");
        Touch code = code("own", PAID_AT);
        Touch earlier = code("other", PAID_AT.minusSeconds(900));
        Touch click = touch("click", "link_1", PAID_AT.minusSeconds(60));
        Touch byPage = new Touch(new ClickId("page"), new LinkId("link_2"), PAID_AT.minusSeconds(60), PAID_AT.minusSeconds(60), true);
        Touch named = new Touch(new ClickId("named"), new LinkId("link_2"), PAID_AT.minusSeconds(60), PAID_AT.plusSeconds(60), false);
        assertThat(Attribution.of(model, List.of(code), own, PAID_AT).orElseThrow())
                .isEqualTo(new Attribution(code, "The one discount code that brought the buyer, as no click did"));
        assertThat(Attribution.of(model, List.of(earlier, code), own, PAID_AT).orElseThrow().touch())
                .isEqualTo(model == LAST_CLICK ? code : earlier);
        assertThat(Attribution.of(model, List.of(earlier, code), NOTHING, PAID_AT).orElseThrow().touch())
                .isEqualTo(model == LAST_CLICK ? code : earlier);
        assertThat(Attribution.of(model, List.of(code, click, earlier), own, PAID_AT).orElseThrow())
                .isEqualTo(new Attribution(click, "The one click that brought the buyer"));
        assertThat(Attribution.of(model, List.of(code, byPage), own, PAID_AT).orElseThrow().touch()).isEqualTo(byPage);
        assertThat(Attribution.of(model, List.of(code, named), own, PAID_AT).orElseThrow().touch())
                .as("what is learned after the payment moves nothing").isEqualTo(code);
        assertThat(Attribution.of(model, List.of(code("own", PAID_AT.plusSeconds(3))), own, PAID_AT))
                .as("whenever the code became known").isPresent();
        assertThat(Attribution.of(model, List.of(code("own", PAID_AT.plusSeconds(3))), NOTHING, PAID_AT)).isEmpty();
    }

    @Property
    void theOrderInWhichClicksBecomeKnownDoesNotMatter(@ForAll AttributionModel model, @ForAll Random random,
                                                       @ForAll("clicks") @Size(max = 12) List<Touch> touches) {
        List<Touch> shuffled = new ArrayList<>(touches);
        Collections.shuffle(shuffled, random);
        assertThat(Attribution.of(model, shuffled, NOTHING, PAID_AT)).isEqualTo(Attribution.of(model, touches, NOTHING, PAID_AT));
    }

    @Property
    void aSaleIsAttributedWhenAndOnlyWhenAClickWasMadeBeforeIt(
            @ForAll AttributionModel model, @ForAll("clicks") @Size(min = 1, max = 12) List<Touch> touches) {
        Optional<Touch> chosen = Attribution.of(model, touches, NOTHING, PAID_AT).map(Attribution::touch);
        assertThat(chosen.isPresent()).isEqualTo(touches.stream().anyMatch(touch -> !touch.clickedAt().isAfter(PAID_AT)));
        chosen.ifPresent(touch -> assertThat(touch.clickedAt()).isBeforeOrEqualTo(PAID_AT));
    }

    @Property
    void aLaterClickChangesNothing(@ForAll AttributionModel model, @ForAll("clicks") @Size(max = 12) List<Touch> touches) {
        List<Touch> more = new ArrayList<>(touches);
        more.add(touch("later", "link_later", PAID_AT.plusSeconds(1)));
        assertThat(Attribution.of(model, more, NOTHING, PAID_AT)).isEqualTo(Attribution.of(model, touches, NOTHING, PAID_AT));
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
        assertThat(Word.stored(AttributionModel.class, model.text())).isEqualTo(model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Last-Click", "LAST_CLICK", "linear"})
    void anUnknownModelIsALoudError(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Word.stored(AttributionModel.class, text));
    }

    @Provide
    Arbitrary<List<Touch>> clicks() {
        Arbitrary<Instant> times = Arbitraries.integers().between(-5, 5).map(minutes -> PAID_AT.plusSeconds(60L * minutes));
        return Combinators.combine(times, times, Arbitraries.of("a", "b", "c")).as((one, other, id) -> {
            Instant clickedAt = one.isBefore(other) ? one : other;
            Instant namedAt = one.isBefore(other) ? other : one;
            return new Touch(new ClickId(id + clickedAt + namedAt), new LinkId("link_" + id), clickedAt, namedAt, false);
        }).list();
    }

    /** @param days of July: when it was made, and after a slash when it was named, if that was later */
    private static Touch clickOfDay(String days) {
        String[] made = days.split("/");
        return new Touch(new ClickId("click_" + made[0]), new LinkId("link_" + made[0]), noon(made[0]), noon(made[made.length - 1]), false);
    }

    private static Instant noon(String day) {
        return Instant.parse("2026-07-%02dT12:00:00Z".formatted(Integer.parseInt(day)));
    }

    /** A click that was named when it was made. */
    private static Touch code(String id, Instant usedAt) {
        return new Touch(new ClickId("code_" + id), new LinkId("link_" + id), usedAt, usedAt, false, "dc_" + id);
    }

    private static Touch touch(String clickId, String linkId, Instant clickedAt) {
        return new Touch(new ClickId(clickId), new LinkId(linkId), clickedAt, clickedAt, false);
    }
}
