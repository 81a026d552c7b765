package org.conversions.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewWorkspaceTest {

    @ParameterizedTest
    @CsvSource({"Acmé & Co.,acm-co", "Acme,acme", "株式会社,workspace", "--,workspace"})
    void theNameMakesTheSlugThatWasNotGiven(String name, String slug) {
        assertThat(draft(name, null, null).slug()).isEqualTo(slug);
    }

    @Test
    void aSlugMadeOfALongNameIsOneThatCouldBeGiven() {
        String slug = draft("a".repeat(47) + " b".repeat(40), null, null).slug();
        assertThat(draft("Acme", slug, null).slug()).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a b", "ä", "a/b"})
    void aSlugThatCannotStandInAnAddressIsNamed(String slug) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> draft("Acme", slug, null))
                .withMessageStartingWith("slug: ");
    }

    @Test
    void aCurrencyIsTakenAsStripeWritesItAndAnUnknownOneIsNamed() {
        assertThat(draft("Acme", null, "EUR").currency()).isEqualTo("eur");
        assertThat(draft("Acme", null, null).currency()).isEqualTo("usd");
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> draft("Acme", null, "zzz"))
                .withMessageStartingWith("currency: ");
    }

    private static NewWorkspace draft(String name, String slug, String currency) {
        return new NewWorkspace(name, slug, currency);
    }
}
