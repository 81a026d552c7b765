package org.conversions.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports whether requests are taken: a node that stops answers those that it has and gets no more. */
@Readiness
@ApplicationScoped
public class IntakeHealth implements HealthCheck {

    private volatile boolean closed;

    void close() {
        closed = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("intake").status(!closed).build();
    }
}
