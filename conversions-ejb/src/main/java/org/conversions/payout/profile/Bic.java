package org.conversions.payout.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A business identifier code (ISO 9362) of a bank, with or without a branch.
 *
 * @param text 8 or 11 capital letters and digits
 */
public record Bic(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** The country code of Kosovo in bank codes, which ISO 3166 leaves to its users. */
    private static final String KOSOVO = "XK";

    /** @throws IllegalArgumentException for a text that is none */
    public Bic {
        if (!isRight(text)) {
            throw new IllegalArgumentException("Not a BIC");
        }
    }

    /** @param text letters of any case; may be null. @return empty for what is no BIC */
    public static Optional<Bic> find(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String compact = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return isRight(compact) ? Optional.of(new Bic(compact)) : Optional.empty();
    }

    private static boolean isRight(String text) {
        return FORM.matcher(text).matches() && (COUNTRIES.contains(text.substring(4, 6)) || text.startsWith(KOSOVO, 4));
    }
}
