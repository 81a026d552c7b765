package org.conversions.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.conversions.workspace.Feature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanDoorTest {

    @NeedsPlan(Feature.STRIPE_INTEGRATION)
    private static final class OfStripe {
        void plain() {
        }

        @NeedsPlan(value = Feature.STRIPE_INTEGRATION, toRead = true)
        void begins() {
        }

        @NeedsPlan(Feature.CONVERSION_TRACKING)
        void tracks() {
        }
    }

    private static final class OnEveryPlan {
        void plain() {
        }
    }

    @ParameterizedTest
    @CsvSource({"OfStripe, plain, GET, ", "OfStripe, plain, HEAD, ", "OfStripe, plain, DELETE, ",
        "OfStripe, plain, POST, STRIPE_INTEGRATION", "OfStripe, plain, PUT, STRIPE_INTEGRATION",
        "OfStripe, plain, PATCH, STRIPE_INTEGRATION", "OfStripe, begins, GET, STRIPE_INTEGRATION",
        "OfStripe, tracks, POST, CONVERSION_TRACKING", "OnEveryPlan, plain, POST, "})
    void makingAndChangingNeedsThePlanAndReadingAndDeletingDoesNot(String type, String method, String verb, Feature needed)
            throws Exception {
        Class<?> resource = Class.forName(PlanDoorTest.class.getName() + '$' + type);
        assertThat(PlanDoor.feature(resource, resource.getDeclaredMethod(method), verb).orElse(null)).isEqualTo(needed);
    }
}
