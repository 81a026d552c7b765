package org.conversions.web.ops;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.conversions.stripe.inbox.InboxState;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** How long the oldest Stripe event that is due has been waiting. A busy hour is normal; a standstill is not. */
@Readiness
@ApplicationScoped
public class InboxHealth implements HealthCheck {

    private static final Duration OLDEST_DUE_MAX = Duration.ofMinutes(15);

    @Inject
    private InboxState inbox;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("inbox");
        try {
            Duration oldest = inbox.oldestDueAge();
            return answer.withData("oldestDueSeconds", oldest.toSeconds())
                    .status(oldest.compareTo(OLDEST_DUE_MAX) <= 0).build();
        } catch (EJBException e) {
            return answer.down().build();
        }
    }
}
