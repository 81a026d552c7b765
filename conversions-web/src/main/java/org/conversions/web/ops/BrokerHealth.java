package org.conversions.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.conversions.platform.queue.QueueSender;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports whether the broker answers. The node stays in service without it: clicks and webhooks are taken all the same,
 * and what refunds and cancellations have to wait shows in the age of the inbox.
 */
@Readiness
@ApplicationScoped
public class BrokerHealth implements HealthCheck {

    @Inject
    private QueueSender sender;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker").withData("answers", sender.answers()).up().build();
    }
}
