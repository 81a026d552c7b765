package org.conversions.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.conversions.stripe.inbox.StripeEventState;
import org.conversions.stripe.inbox.view.InboxState;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports how long the oldest due Stripe event has been waiting: a busy hour is normal, a standstill is not. It also
 * shows how many events wait for something, waited in vain or failed, which a person may want to look at, and no other
 * node does better.
 */
@Readiness
@ApplicationScoped
public class InboxHealth implements HealthCheck {

    static final Set<StripeEventState> STANDING = EnumSet.of(StripeEventState.WAITING, StripeEventState.UNMATCHED, StripeEventState.FAILED);
    private static final Duration OLDEST_DUE_MAX = Duration.ofMinutes(15);

    @Inject
    private InboxState inbox;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("inbox");
        try {
            Duration oldest = inbox.oldestDueAge();
            for (StripeEventState state : STANDING) {
                InboxState.Standing standing = inbox.standing(state);
                answer.withData(state.text(), standing.count())
                        .withData(state.text() + "OldestSeconds", standing.oldestAge().toSeconds());
            }
            return answer.withData("oldestDueSeconds", oldest.toSeconds())
                    .status(oldest.compareTo(OLDEST_DUE_MAX) <= 0).build();
        } catch (RuntimeException e) {
            return answer.down().build();
        }
    }
}
