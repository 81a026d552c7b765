package org.conversions.stripe.inbox;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingTimeTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 3650})
    void daysWithinTheBoundsAreTaken(int days) {
        assertThatNoException().isThrownBy(() -> waiting(days).check(null));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3651})
    void aWaitingTimeThatIsNoneStopsTheStartByName(int days) {
        assertThatIllegalStateException().isThrownBy(() -> waiting(days).check(null))
                .withMessage("conversions.stripe.waiting-days must be 0 to 3650");
    }

    private static WaitingTime waiting(int days) {
        WaitingTime time = new WaitingTime();
        time.days = days;
        return time;
    }
}
