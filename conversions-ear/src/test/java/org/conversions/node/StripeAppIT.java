package org.conversions.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Stripe App of {@code config/stripe-app}, checked and tested with its own tools, as whoever uploads it does. */
class StripeAppIT {

    private static final Duration MAX = Duration.ofMinutes(3);

    @Test
    void itsTypesAndItsStyleAreSound() {
        NpmFolder.STRIPE_APP.run(MAX, Map.of(), List.of("npm", "run", "check"));
    }

    @Test
    void itsOwnTestsPass() {
        assertThat(NpmFolder.STRIPE_APP.run(MAX, Map.of(), List.of("npm", "test"))).contains("Tests:");
    }
}
