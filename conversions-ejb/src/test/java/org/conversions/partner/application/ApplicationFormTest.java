package org.conversions.partner.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.conversions.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationFormTest {

    private static final Instant REJECTED = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "country, is, DE, a@b.example, DE, true", "country, is, DE, a@b.example, FR, false", "country, is, DE, a@b.example, -, false",
        "country, is_not, DE, a@b.example, FR, true", "country, is_not, DE, a@b.example, -, false",
        "emailDomain, is, @acme.com, a@acme.com, -, true", "emailDomain, is, acme.com, a@sub.acme.com, -, false",
        "emailDomain, is, acme.com, a@notacme.com, -, false", "emailDomain, is, *.edu, a@mit.EDU, -, true",
        "emailDomain, is, *.edu, a@edu, -, false", "emailDomain, is_not, acme.com, a@acme.com, -, false"})
    void whatIsRequiredIsMetOrNot(String attribute, String operator, String value, String email, String country, boolean met) {
        ApplicationForm form = ApplicationForm.read(Json.read("{\"requirements\":[{\"attribute\":\"" + attribute + "\",\"operator\":\""
                + operator + "\",\"value\":[\"" + value + "\"]}]}"));
        assertThat(form.isMet(email, country)).isEqualTo(met);
        assertThat(ApplicationForm.read(form.json())).isEqualTo(form);
        assertThat(ApplicationForm.EMPTY.isMet(email, country)).isTrue();
    }

    @Test
    void whoWasRejectedMayApplyAgainWhenItWasSaid() {
        assertThat(Reapplication.INSTANT.from(REJECTED)).contains(REJECTED);
        assertThat(Reapplication.STANDARD.from(REJECTED)).contains(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(Reapplication.NEVER.from(REJECTED)).isEmpty();
    }
}
