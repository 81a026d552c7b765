package org.conversions.customer;

import java.util.Locale;

/**
 * The details of a buyer that people read. All of them may be null.
 *
 * @param country two letters
 */
public record CustomerDetails(String name, String email, String avatar, String country) {

    /** As long as the columns of names and emails. */
    private static final int TEXT_MAX = 190;
    private static final int AVATAR_MAX = 2_000;

    /** @return the same as they can be kept: without blanks, cut to their columns, and without what is no country */
    CustomerDetails kept() {
        return new CustomerDetails(cut(blankToNull(name), TEXT_MAX), cut(blankToNull(email), TEXT_MAX),
                cut(blankToNull(avatar), AVATAR_MAX), country(country));
    }

    /** @return an email as buyers are recognised by it: in lower case, and cut as the email itself is; null for null */
    static String emailKey(String email) {
        return email == null ? null : cut(email.strip().toLowerCase(Locale.ROOT), TEXT_MAX);
    }

    static String country(String code) {
        return code != null && code.matches("[A-Za-z]{2}") ? code.toUpperCase(Locale.ROOT) : null;
    }

    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static String cut(String text, int max) {
        return text == null || text.length() <= max ? text : text.substring(0, max);
    }
}
