package org.conversions.stripe.catchup;

import static org.conversions.platform.UtcTime.LONG_AGO;
import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.TextColumn;
import org.conversions.platform.work.Backoff;
import org.conversions.stripe.api.StripeAnswer;
import org.conversions.stripe.api.StripeGateway.EventQuery;
import org.conversions.stripe.connect.EventOrigin;
import org.conversions.stripe.connect.StripeAccesses;
import org.conversions.stripe.event.SubscribedTypes;
import org.conversions.stripe.inbox.InboxStore;

/**
 * Takes the next step that is due, and stores what came of it: the events and how far it is commit together, so a step that was
 * interrupted is simply done again.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class CatchUpSteps {

    /** The time after which another one takes over, on another node perhaps. Stripe may take most of it. */
    private static final Duration STEP_MAX = Duration.ofSeconds(45);
    private static final Backoff UNAVAILABLE = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10), 1);
    /** The number of times in a row that Stripe may be out of reach: some hours. */
    private static final int ATTEMPTS_MAX = 30;
    private static final int PROBLEM_MAX = 500;

    /** A page to ask Stripe for. @param until the end of the time for it, by which it is known that nobody else took over */
    record Step(String connectionId, EventQuery query, boolean older, String cursor, Instant until) {
    }

    @PersistenceContext(unitName = "conversions")
    EntityManager database;
    @Inject
    Clock clock;
    @Inject
    StripeAccesses accesses;
    @Inject
    InboxStore inbox;

    /** @return empty when nothing is due */
    public Optional<Step> next() {
        Instant now = clock.instant();
        // Of all workspaces: whichever is due.
        List<?> due = database.createNativeQuery("select connection_id from stripe_catch_up where due_at > :longAgo"
                        + " and due_at <= :now order by due_at limit 1 for update skip locked")
                .setParameter("longAgo", column(LONG_AGO)).setParameter("now", column(now)).getResultList();
        return due.stream().findFirst().map(id -> {
            CatchUp row = database.find(CatchUp.class, id);
            row.dueAt = now.plus(STEP_MAX).truncatedTo(ChronoUnit.MILLIS);
            return new Step(row.connectionId, new EventQuery(SubscribedTypes.ALL, row.from, row.to), !row.storing, row.cursor,
                    row.dueAt);
        });
    }

    /** Stores the answer to a step, unless somebody else took it over or the work was started anew. */
    public void answered(Step step, StripeAnswer answer) {
        CatchUp row = database.find(CatchUp.class, step.connectionId(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null || !step.until().equals(row.dueAt)) {
            return;
        }
        if (answer instanceof StripeAnswer.Events page) {
            follow(row, CatchUpPlan.after(row.standing(), page.events(), page.more()));
        } else if (answer instanceof StripeAnswer.Unknown) {
            follow(row, CatchUpPlan.again());
        } else if (answer instanceof StripeAnswer.Unavailable trouble && row.attempts < ATTEMPTS_MAX) {
            row.problem = cut("Stripe could not be asked: " + trouble.reason() + "; it will be asked again");
            row.dueAt = clock.instant().plus(UNAVAILABLE.pause(row.attempts));
            row.attempts++;
        } else {
            row.problem = cut(problem(answer));
            end(row, CatchUpState.FAILED);
        }
    }

    private void follow(CatchUp row, CatchUpPlan plan) {
        Optional<EventOrigin> origin = accesses.origin(row.connectionId);
        if (origin.isEmpty()) {
            row.problem = problem(new StripeAnswer.NoKey());
            end(row, CatchUpState.FAILED);
            return;
        }
        row.stored += inbox.add(origin.get(), plan.store());
        row.attempts = 0;
        row.problem = null;
        plan.next().ifPresentOrElse(next -> {
            row.storing = next.storing();
            row.cursor = next.cursor();
            row.found = next.found();
            row.dueAt = clock.instant();
        }, () -> end(row, CatchUpState.DONE));
    }

    private static void end(CatchUp row, CatchUpState state) {
        row.state = state;
        row.dueAt = null;
    }

    private static String problem(StripeAnswer answer) {
        return answer instanceof StripeAnswer.Refused refused ? "Stripe does not show its events: " + refused.reason()
                : answer instanceof StripeAnswer.Unavailable trouble ? "Stripe could not be asked for hours: " + trouble.reason()
                : "The connection is over, or has no key to ask Stripe with";
    }

    private static String cut(String text) {
        return TextColumn.cut(text, PROBLEM_MAX);
    }
}
