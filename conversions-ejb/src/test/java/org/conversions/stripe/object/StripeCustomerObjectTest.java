package org.conversions.stripe.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.conversions.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StripeCustomerObjectTest {

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.object.StripeSample#versions")
    void aCustomerOfEveryApiVersionIsRead(String version) {
        StripeSample customer = StripeSample.of(version, "customer").with("id", "cus_1").with("name", "Ada Lovelace")
                .with("email", "ada@example.com").with("address.country", "GB")
                .with("metadata.dubCustomerExternalId", "user_1").with("metadata.dubClickId", "abc123");
        assertThat(StripeCustomerObject.of(customer.object()))
                .isEqualTo(new StripeCustomerObject("cus_1", "Ada Lovelace", "ada@example.com", "GB", new TrackingMetadata("user_1", "abc123")));
    }

    @Test
    void aCustomerMayBeNothingButAnId() {
        assertThat(StripeCustomerObject.of(new StripeObject(Json.read("{\"id\":\"cus_1\"}"))))
                .isEqualTo(new StripeCustomerObject("cus_1", null, null, null, TrackingMetadata.NONE));
    }

    @Test
    void aCustomerWithoutAnIdIsMalformed() {
        assertThatExceptionOfType(MalformedObject.class)
                .isThrownBy(() -> StripeCustomerObject.of(StripeSample.of(StripeSample.DAHLIA, "customer").without("id").object()));
    }
}
