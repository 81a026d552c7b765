package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfReferralTest {

    @ParameterizedTest
    @CsvSource({
        "pat@acme.example, pat@acme.example, same_email", "Pat@Acme.example, ' pat@acme.EXAMPLE ', same_email",
        "pat+shop@acme.example, pat@acme.example, same_email", "pat@gmail.com, p.a.t@gmail.com, same_email",
        "p.at@acme.example, pat@acme.example, same_email_domain", "pat@acme.example, bea@acme.example, same_email_domain",
        "pat@gmail.com, bea@gmail.com,", "pat@web.de, bea@web.de,", "pat@acme.example, bea@shop.example,",
        "pat@mail.acme.example, bea@acme.example,", ", bea@acme.example,", "pat@acme.example, ,", "pat, pat,", "@acme.example, @acme.example,",
        "pat@, pat@,", "+@acme.example, +@acme.example, same_email"})
    void theTwoAddressesSayIt(String partner, String buyer, String found) {
        assertThat(SelfReferral.of(partner, buyer).orElse(null)).isEqualTo(found);
        assertThat(SelfReferral.of(buyer, partner).orElse(null)).isEqualTo(found);
    }
}
