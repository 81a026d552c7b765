package org.conversions.payout.profile;

import java.util.Locale;
import java.util.Set;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;

/** The languages in which partners are written to. */
public enum PartnerLanguage implements Word {
    EN, DE;

    private static final Set<String> GERMAN_SPEAKING = Set.of("DE", "AT", "CH", "LI");

    /** @param country two capital letters, or null @return the language of who has named none */
    public static PartnerLanguage usualIn(String country) {
        return country != null && GERMAN_SPEAKING.contains(country) ? DE : EN;
    }

    /** @param text null or empty for none @return null for none. @throws RequestRefused unprocessable for another */
    static PartnerLanguage of(String text) {
        return text == null || text.isBlank() ? null : Word.find(PartnerLanguage.class, text).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", "language: must be one of en, de"));
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
