package org.conversions.server;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The clock of the application that {@link InServer} tests run in: the system's, until a test moves it on. Stories in
 * time (waiting times, holding periods, windows, trials, retention) are told with it, and set it back when they end.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class TestClock {

    private volatile Duration ahead = Duration.ZERO;

    /** Time passes at once. */
    public void passes(Duration time) {
        ahead = ahead.plus(time);
    }

    /** The system's time again. */
    public void setBack() {
        ahead = Duration.ZERO;
    }

    /** Stands in the place of the application's own clock, and is as exact. */
    @Produces
    @ApplicationScoped
    public Clock clock() {
        return new Moved();
    }

    private final class Moved extends Clock {

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    }
}
