package org.conversions.stripe.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.stripe.inbox.StripeEventState.FAILED;
import static org.conversions.stripe.inbox.StripeEventState.IGNORED;
import static org.conversions.stripe.inbox.StripeEventState.PROCESSED;
import static org.conversions.stripe.inbox.StripeEventState.QUEUED;
import static org.conversions.stripe.inbox.StripeEventState.RECEIVED;
import static org.conversions.stripe.inbox.StripeEventState.UNMATCHED;
import static org.conversions.stripe.inbox.StripeEventState.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.inbox.InboxLifecycle.Run;
import org.conversions.stripe.inbox.InboxLifecycle.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxLifecycleTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant RECHECK = NOON.plusSeconds(10);
    private static final Instant NEVER = NOON.plus(Duration.ofDays(30));
    private static final Set<StripeEventState> SETTLED = EnumSet.of(PROCESSED, IGNORED, UNMATCHED, FAILED);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            // stands at, listens for | outcome, key | effects: none, before, now | ends at, listens for, due | name
            "RECEIVED  | - | processed | - | now    | PROCESSED | - | -       | did what it is for",
            "RECEIVED  | - | processed | a | none   | PROCESSED | a | recheck | begins to listen as it settles",
            "WAITING   | a | processed | a | now    | PROCESSED | a | recheck | waited, and listens on",
            "PROCESSED | a | processed | a | now    | PROCESSED | a | -       | a listener found more to do",
            "PROCESSED | a | processed | b | now    | PROCESSED | b | -       | a listener listens for something else",
            "IGNORED   | a | processed | a | now    | PROCESSED | a | -       | a listener found something to do",
            "UNMATCHED | a | processed | a | now    | PROCESSED | a | recheck | was given up and is placed all the same",
            "RECEIVED  | - | ignored   | - | none   | IGNORED   | - | -       | has no effect",
            "RECEIVED  | - | ignored   | a | none   | IGNORED   | a | -       | has no effect yet",
            "RECEIVED  | - | ignored   | a | before | PROCESSED | a | -       | an effect of before stays one",
            "RECEIVED  | - | ignored   | - | now    | PROCESSED | - | -       | changed something beside",
            "QUEUED    | a | waiting   | a | none   | WAITING   | a | PT1S    | begins to wait",
            "RECEIVED  | - | waiting   | a | now    | WAITING   | a | PT1S    | did a part and waits for the rest",
            "PROCESSED | a | waiting   | b | before | WAITING   | b | PT1S    | waits for what came to light"})
    void anOutcomeSettlesAnEventOrLetsItWait(StripeEventState state, String listens, String outcome, String key, String effects,
                                             StripeEventState end, String listensThen, String due, String name) {
        Standing after = InboxLifecycle.after(standing(state, listens, 0, 3), run(outcome(outcome, key), effects, NEVER, null),
                () -> RECHECK);

        assertThat(after.state()).as(name).isEqualTo(end);
        assertThat(after.waitingFor()).as(name).isEqualTo(listensThen);
        assertThat(after.dueAt()).as(name).isEqualTo(due == null ? null : due.equals("recheck") ? RECHECK : NOON.plus(Duration.parse(due)));
        assertThat(after.settledAt()).as(name).isEqualTo(end == WAITING ? null : NOON);
        assertThat(after.failures()).as(name).isZero();
    }

    @ParameterizedTest
    @CsvSource({"WAITING, a, 0, PT1S, 1", "WAITING, a, 1, PT4S, 2", "WAITING, a, 9, P1D, 10", "WAITING, b, 9, PT1S, 1",
        "QUEUED, a, 5, PT1S, 1", "RECEIVED, , 0, PT1S, 1"})
    void anEventIsAttemptedLessAndLessWhileItWaitsForTheSame(StripeEventState state, String key, int attempts, Duration pause, int attemptsThen) {
        Standing after = InboxLifecycle.after(standing(state, key, attempts, 0), run(outcome("waiting", "a"), "none", NEVER, null), () -> RECHECK);

        assertThat(after.dueAt()).isEqualTo(NOON.plus(pause));
        assertThat(after.attempts()).isEqualTo(attemptsThen);
    }

    @ParameterizedTest
    @CsvSource({"none, 0, WAITING, a", "none, 1, UNMATCHED, a", "before, 1, PROCESSED,", "now, 1, PROCESSED,"})
    void anEventWaitsAtMostTheWaitingTime(String effects, long nanosOver, StripeEventState end, String key) {
        Standing after = InboxLifecycle.after(standing(WAITING, "a", 4, 0),
                run(outcome("waiting", "a"), effects, NOON.minusNanos(nanosOver), null), () -> RECHECK);

        assertThat(after.state()).isEqualTo(end);
        assertThat(after.waitingFor()).isEqualTo(key);
        assertThat(after.reason()).isEqualTo(Reason.CUSTOMER_UNKNOWN);
        assertThat(after.dueAt() == null).isEqualTo(end != WAITING);
    }

    @ParameterizedTest
    @CsvSource({"a, a, false", "a, b, true", "a, , true", ", a, false"})
    void aListenerIsNotRecheckedForWhatWakesItAnyway(String key, String heardFrom, boolean rechecked) {
        Standing after = InboxLifecycle.after(standing(QUEUED, heardFrom, 1, 0),
                run(outcome("processed", key), "now", NEVER, heardFrom), () -> RECHECK);

        assertThat(after.dueAt()).isEqualTo(rechecked ? RECHECK : null);
    }

    @ParameterizedTest
    @CsvSource({"PROCESSED, a, none, before", "PROCESSED, a, now, done", "IGNORED, a, none, before", "PROCESSED, , none, done",
        "RECEIVED, , none, done", "WAITING, a, none, done"})
    void aListenerThatFindsNothingMoreToDoKeepsItsExplanation(StripeEventState state, String listens, String effects, String explanation) {
        assertThat(InboxLifecycle.after(standing(state, listens, 0, 0), run(outcome("processed", "a"), effects, NEVER, null),
                () -> RECHECK).explanation()).isEqualTo(explanation);
    }

    @Test
    void anEventIsHandedToItsQueueOnceAndAnnouncedAgainEverMoreRarely() {
        Standing handed = InboxLifecycle.handed(standing(RECEIVED, null, 0, 0), "refunds", "payment:pi_1", NOON);

        assertThat(handed).isEqualTo(new Standing(QUEUED, null, "Handed to the queue refunds", "payment:pi_1", 1, 0,
                NOON.plusSeconds(10), null));
        assertThat(InboxLifecycle.messaged(handed, NOON)).isEqualTo(new Standing(QUEUED, null, "Handed to the queue refunds",
                "payment:pi_1", 2, 0, NOON.plusSeconds(40), null));
        assertThat(InboxLifecycle.messaged(standing(WAITING, "a", 9, 0), NOON).dueAt()).isEqualTo(NOON.plus(InboxLimits.MESSAGE_PAUSE_MAX));
    }

    @Test
    void anEventWhosePayloadIsNotKeptStaysAsItIs() {
        Standing event = standing(WAITING, "a", 3, 2);

        assertThat(InboxLifecycle.outdated(event)).isEqualTo(new Standing(WAITING, event.reason(), event.explanation(), "a", 3, 2, null, null));
    }

    @Test
    void failuresInARowEndInFailedAfterEight() {
        Standing event = standing(WAITING, "a", 3, 0);
        for (int failure = 1; failure < InboxLimits.FAILURES_MAX; failure++) {
            event = InboxLifecycle.failed(event, "broken", false, NOON);
            assertThat(event.state()).isEqualTo(WAITING);
            assertThat(event.dueAt()).isEqualTo(NOON.plusSeconds(1L << 2 * (failure - 1)));
            assertThat(event.waitingFor()).isEqualTo("a");
        }

        assertThat(InboxLifecycle.failed(event, "broken", false, NOON))
                .isEqualTo(new Standing(FAILED, Reason.HANDLER_FAILED, "broken", null, 3, 8, null, NOON));
    }

    @Test
    void aFailureThatAQueueTakesUpAgainIsExplainedButNotCounted() {
        Standing event = standing(QUEUED, "a", 1, 7);

        assertThat(InboxLifecycle.failed(event, "broken", true, NOON)).isEqualTo(new Standing(QUEUED, Reason.HANDLER_FAILED,
                "broken", "a", 1, 7, event.dueAt(), null));
    }

    @Property
    void aSettledEventIsDueOnlyForOneRecheck(@ForAll @Size(min = 1, max = 20) List<@From("runs") Run> runs) {
        Standing event = standing(RECEIVED, null, 0, 0);
        AtomicInteger rechecks = new AtomicInteger();
        for (Run run : runs) {
            boolean wasListening = event.isListening();
            int before = rechecks.get();
            event = InboxLifecycle.after(event, run, () -> {
                rechecks.incrementAndGet();
                return RECHECK;
            });
            boolean settled = SETTLED.contains(event.state());
            assertThat(settled ? event.settledAt() : event.dueAt()).isNotNull();
            if (settled) {
                assertThat(event.dueAt() != null).isEqualTo(rechecks.get() > before);
            }
            assertThat(rechecks.get() - before).isLessThanOrEqualTo(wasListening ? 0 : 1);
        }
    }

    @Property
    void whatChangedSomethingIsNeverIgnoredOrUnmatched(@ForAll("standings") Standing event, @ForAll("runs") Run run) {
        StripeEventState end = InboxLifecycle.after(event, run, () -> RECHECK).state();

        assertThat(run.everEffective() && (end == IGNORED || end == UNMATCHED)).isFalse();
    }

    @Property
    void noEventWaitsForMoreThanADayBetweenTwoAttemptsOrBeyondItsTime(@ForAll("standings") Standing event, @ForAll("runs") Run run) {
        Standing after = InboxLifecycle.after(event, run, () -> RECHECK);

        if (after.state() == WAITING) {
            assertThat(run.giveUpAt()).isAfterOrEqualTo(NOON);
            assertThat(Duration.between(NOON, after.dueAt())).isBetween(Duration.ofSeconds(1), Duration.ofDays(1));
        }
    }

    @Property
    void anExplanationHasAtMostAThousandCharacters(@ForAll @StringLength(max = 1_500) String text, @ForAll("standings") Standing event,
                                                   @ForAll boolean redelivered, @ForAll @IntRange(max = 2) int kind) {
        Outcome outcome = switch (kind) {
            case 0 -> Outcome.processed(text);
            case 1 -> new Outcome.Ignored(Reason.NO_CUSTOMER, text, null);
            default -> new Outcome.Waiting(Reason.CUSTOMER_UNKNOWN, text, "a");
        };
        Standing after = InboxLifecycle.after(event, run(outcome, "now", NEVER, null), () -> RECHECK);

        assertThat(after.explanation()).hasSizeLessThanOrEqualTo(1_000).isEqualTo(text.substring(0, Math.min(1_000, text.length())));
        assertThat(InboxLifecycle.failed(event, text, redelivered, NOON).explanation()).hasSizeLessThanOrEqualTo(1_000);
    }

    @Property
    void anOutcomeEndsARowOfFailures(@ForAll("standings") Standing event, @ForAll("runs") Run run) {
        assertThat(InboxLifecycle.after(event, run, () -> RECHECK).failures()).isZero();
    }

    @Provide
    Arbitrary<Standing> standings() {
        return Combinators.combine(Arbitraries.of(StripeEventState.class), Arbitraries.of("a", "b").injectNull(0.3),
                Arbitraries.integers().between(0, 100), Arbitraries.integers().between(0, 7)).as(InboxLifecycleTest::standing);
    }

    @Provide
    Arbitrary<Run> runs() {
        return Combinators.combine(Arbitraries.of("processed", "ignored", "waiting"), Arbitraries.of("a", "b").injectNull(0.3),
                        Arbitraries.of("none", "before", "now"), Arbitraries.of(NEVER, NOON, NOON.minusSeconds(1)))
                .as((outcome, key, effects, giveUpAt) -> run(outcome(outcome, key == null && outcome.equals("waiting") ? "a" : key),
                        effects, giveUpAt, null));
    }

    private static Standing standing(StripeEventState state, String key, int attempts, int failures) {
        return new Standing(state, null, "before", key, attempts, failures, NOON, null);
    }

    private static Run run(Outcome outcome, String effects, Instant giveUpAt, String heardFrom) {
        return new Run(outcome, effects.equals("now"), !effects.equals("none"), giveUpAt, heardFrom, NOON);
    }

    private static Outcome outcome(String kind, String key) {
        return switch (kind) {
            case "processed" -> new Outcome.Processed(null, "done", key);
            case "ignored" -> new Outcome.Ignored(Reason.NO_CUSTOMER, "nothing", key);
            default -> new Outcome.Waiting(Reason.CUSTOMER_UNKNOWN, "waits", key);
        };
    }
}
