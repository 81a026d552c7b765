package org.conversions.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({"ada@example.com, true, true", "ada+shop@mail.example.com, true, true", "ада@пример.рф, true, true",
        "ada@localhost, true, false", "ada@.com, true, false", "ada@example., true, false", "ada, false, false",
        "@example.com, false, false", "ada@, false, false", "a@b@example.com, false, false", "'a da@example.com', false, false",
        "'', false, false"})
    void anAddressHasANameAndAHostWhichOnTheInternetHasADot(String text, boolean address, boolean onTheInternet) {
        assertThat(EmailAddress.isAddress(text)).isEqualTo(address);
        assertThat(EmailAddress.isOnTheInternet(text)).isEqualTo(onTheInternet);
    }

    @Test
    void anAddressFitsItsColumn() {
        String longest = "x".repeat(EmailAddress.LENGTH_MAX - 12) + "@example.com";
        assertThat(EmailAddress.isAddress(longest)).isTrue();
        assertThat(EmailAddress.isAddress("x" + longest)).isFalse();
    }

    @Test
    void nothingIsNoAddress() {
        assertThat(EmailAddress.isAddress(null)).isFalse();
        assertThat(EmailAddress.isOnTheInternet(null)).isFalse();
    }
}
