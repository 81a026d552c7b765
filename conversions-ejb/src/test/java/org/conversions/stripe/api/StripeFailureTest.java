package org.conversions.stripe.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import org.conversions.stripe.api.StripeAnswer.Refused;
import org.conversions.stripe.api.StripeAnswer.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StripeFailureTest {

    private static final String KEY = "rk_live_0123456789abcd";

    static Stream<StripeException> whatMayBeBetterLater() {
        return Stream.of(new ApiConnectionException("no", new SocketTimeoutException("Read timed out")),
                new ApiConnectionException(KEY), new RateLimitException(KEY, null, null, null, 429, null),
                new ApiException(KEY, null, null, 500, null), new ApiException(KEY, null, null, 502, null),
                new ApiException(KEY, null, null, null, null));
    }

    @ParameterizedTest
    @MethodSource
    void whatMayBeBetterLater(StripeException failure) {
        assertThat(StripeFailure.answer(failure, KEY)).isInstanceOf(Unavailable.class)
                .asString().doesNotContain(KEY);
    }

    static Stream<StripeException> whatSomebodyHasToChange() {
        return Stream.of(new AuthenticationException(KEY, null, null, 401), new PermissionException(KEY, null, null, 403),
                new InvalidRequestException(KEY, null, null, null, 400, null), new ApiException(KEY, null, null, 404, null));
    }

    @ParameterizedTest
    @MethodSource
    void whatSomebodyHasToChange(StripeException failure) {
        StripeError error = new StripeError();
        error.setMessage("Something about " + KEY + " and more");
        failure.setStripeError(error);

        assertThat(StripeFailure.answer(failure, KEY)).isEqualTo(new Refused(failure.getStatusCode(), "it answered " + failure.getStatusCode()
                + ", Something about rk_live_…abcd and more"));
    }

    @Test
    void whyItCannotBeReachedIsSaid() {
        assertThat(StripeFailure.answer(new ApiConnectionException("no", new SocketTimeoutException("Read timed out")), KEY))
                .isEqualTo(new Unavailable("it cannot be reached (SocketTimeoutException: Read timed out)"));
    }

    @Test
    void aLongMessageIsCut() {
        PermissionException failure = new PermissionException("no", null, null, 403);
        StripeError error = new StripeError();
        error.setMessage("x".repeat(10_000));
        failure.setStripeError(error);

        assertThat(((Refused) StripeFailure.answer(failure, KEY)).reason()).hasSizeBetween(300, 350);
    }

    @Test
    void anObjectThatIsNotThereIsNoFailure() {
        assertThat(StripeFailure.isUnknownObject(
                new InvalidRequestException("No such payment_intent", null, null, "resource_missing", 404, null))).isTrue();
        assertThat(StripeFailure.isUnknownObject(
                new InvalidRequestException("Other", null, null, "parameter_unknown", 400, null))).isFalse();
    }
}
