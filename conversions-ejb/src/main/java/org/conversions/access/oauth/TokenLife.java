package org.conversions.access.oauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.conversions.access.AccessTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The life of access tokens, from the setting {@code conversions.oauth.access-seconds}. */
@ApplicationScoped
class TokenLife {

    private static final String SETTING = "conversions.oauth.access-seconds";
    /** A shorter life would be over before an app has used it. */
    private static final int SECONDS_MIN = 30;

    private Duration access;

    protected TokenLife() {
    }

    /** @throws IllegalArgumentException for less than 30 seconds or more than an hour */
    @Inject
    TokenLife(@ConfigProperty(name = SETTING, defaultValue = "3600") int seconds) {
        access = Duration.ofSeconds(seconds);
        if (seconds < SECONDS_MIN || access.compareTo(AccessTokens.LIFE_MAX) > 0) {
            throw new IllegalArgumentException(SETTING + " must be from " + SECONDS_MIN + " to "
                    + AccessTokens.LIFE_MAX.toSeconds() + ", not " + seconds);
        }
    }

    /** A setting that cannot be stops the start. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {
    }

    Duration access() {
        return access;
    }
}
