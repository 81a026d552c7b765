package org.conversions.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.NamedBy;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.workspace.AttributionModel;
import org.conversions.workspace.DecidingSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignUpTest {

    @ParameterizedTest
    @DisplayName("Only what a setting turns on earns something")
    @CsvSource({"API, TRACKED, false, false, true", "DIRECT_SALE, DIRECT_SALE, true, true, false",
            "SUBMITTED, SUBMITTED, false, false, true", "DISCOUNT_CODE, DISCOUNT_CODE, false, false, true",
            "PAYMENT_LINK, PAYMENT_LINK, false, true, false",
            "PAYMENT_LINK, PAYMENT_LINK, true, false, true", "STRIPE_CUSTOMER, STRIPE_CUSTOMER, true, false, false",
            "STRIPE_CUSTOMER, STRIPE_CUSTOMER, false, true, true"})
    void theSourceIsWhoNamedTheClick(NamedBy by, LeadSource source, boolean paymentLinks, boolean customers,
                                     boolean rewardable) {
        CustomerClick click = click("a", 1, 2, by);
        assertThat(SignUp.of(List.of(click), at -> new DecidingSettings(AttributionModel.LAST_CLICK, paymentLinks, customers, "usd")))
                .isEqualTo(new SignUp(click, source, rewardable));
    }

    @Test
    void itGoesBackToTheClickThatWasNamedFirst() {
        CustomerClick named = click("a", 5, 10, NamedBy.STRIPE_CUSTOMER);
        CustomerClick clickedEarlier = click("b", 1, 11, NamedBy.API);
        CustomerClick byPaymentLink = click("c", 6, 10, NamedBy.PAYMENT_LINK);
        CustomerClick sameButLater = click("d", 7, 10, NamedBy.PAYMENT_LINK);
        assertThat(first(named, clickedEarlier)).isEqualTo(named);
        assertThat(first(clickedEarlier, named)).isEqualTo(named);
        assertThat(first(named, byPaymentLink)).isEqualTo(byPaymentLink);
        assertThat(first(sameButLater, byPaymentLink)).isEqualTo(byPaymentLink);
        assertThat(first(click("z", 6, 10, NamedBy.PAYMENT_LINK), byPaymentLink)).isEqualTo(byPaymentLink);
    }

    private static CustomerClick first(CustomerClick... clicks) {
        return SignUp.of(List.of(clicks), at -> new DecidingSettings(AttributionModel.LAST_CLICK, false, false, "usd")).click();
    }

    private static CustomerClick click(String id, int clickedAt, int namedAt, NamedBy by) {
        return new CustomerClick(new ClickId(id), new LinkId("link_" + id), Instant.ofEpochSecond(clickedAt), Instant.ofEpochSecond(namedAt), by);
    }
}
