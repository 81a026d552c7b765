package org.conversions.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerFieldTest {

    @ParameterizedTest
    @CsvSource({
            "EXTERNAL_ID, ' user/1 ', user/1",
            "NAME, Åsa, Åsa",
            "NAME, '  ',",
            "NAME, ,",
            "EMAIL, Bea@Example.com, Bea@Example.com",
            "EMAIL, '',",
            "AVATAR, https://img.example/a.png?x=1, https://img.example/a.png?x=1",
            "STRIPE_CUSTOMER_ID, cus_Na6dX7aXxi11N4, cus_Na6dX7aXxi11N4",
            "STRIPE_CUSTOMER_ID, acct_1, acct_1",
            "COUNTRY, gb, GB"})
    void whatIsReportedIsKept(CustomerField field, String reported, String kept) {
        assertThat(field.checked(reported)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
            "EXTERNAL_ID, ",
            "EXTERNAL_ID, ' '",
            "EMAIL, nobody",
            "EMAIL, a@b",
            "EMAIL, a b@example.com",
            "AVATAR, javascript:alert(1)",
            "AVATAR, 'data:image/png;base64,AAAA'",
            "AVATAR, //img.example/a.png",
            "AVATAR, https://",
            "STRIPE_CUSTOMER_ID, 'cus 1'",
            "COUNTRY, GBR",
            "COUNTRY, 1"})
    void whatIsNoSuchThingIsRefused(CustomerField field, String reported) {
        assertThatThrownBy(() -> field.checked(reported)).isInstanceOf(RequestRefused.class)
                .hasMessageStartingWith(field.text() + ": ");
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(CustomerField.EXTERNAL_ID.checked("x".repeat(100))).hasSize(100);
        assertThatThrownBy(() -> CustomerField.EXTERNAL_ID.checked("x".repeat(101))).isInstanceOf(RequestRefused.class);
        assertThatThrownBy(() -> CustomerField.NAME.checked("x".repeat(191))).isInstanceOf(RequestRefused.class);
    }
}
