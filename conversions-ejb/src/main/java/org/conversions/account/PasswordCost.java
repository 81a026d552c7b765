package org.conversions.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The work that a password's hash takes, from the setting {@code conversions.password.iterations}. */
@ApplicationScoped
class PasswordCost {

    private static final String SETTING = "conversions.password.iterations";
    /** OWASP's advice for PBKDF2 with HMAC-SHA512. */
    private static final String ADVISED = "210000";
    /** The fewest that the server's own hash takes. */
    private static final int ITERATIONS_MIN = 1024;
    /** A password would take more than five seconds, in which nobody else could sign in. */
    private static final int ITERATIONS_MAX = 10_000_000;

    private int iterations;

    protected PasswordCost() {
    }

    /** @throws IllegalArgumentException for a count that is not one of 1,024 to 10 million */
    @Inject
    PasswordCost(@ConfigProperty(name = SETTING, defaultValue = ADVISED) int iterations) {
        if (iterations < ITERATIONS_MIN || iterations > ITERATIONS_MAX) {
            throw new IllegalArgumentException(SETTING + " must be from " + ITERATIONS_MIN + " to " + ITERATIONS_MAX
                    + ", not " + iterations);
        }
        this.iterations = iterations;
    }

    /** A setting that cannot be stops the start. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {
    }

    /** What the server's hash is told. The count is part of each hash: one that is stored is checked with its own. */
    Map<String, String> parameters() {
        return Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", String.valueOf(iterations),
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "32");
    }
}
