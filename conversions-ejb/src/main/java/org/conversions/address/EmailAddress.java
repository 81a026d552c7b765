package org.conversions.address;

import java.util.regex.Pattern;
import org.conversions.platform.TextColumn;

/** Recognises e-mail addresses. Only a mail that arrives proves one, so every text passes that might be one. Pure. */
public final class EmailAddress {

    public static final int LENGTH_MAX = TextColumn.LENGTH_MAX;
    /** A regular expression for an address on the internet: its host has a dot. */
    public static final String ON_THE_INTERNET = "[^\\s@]+@[^\\s@]+\\.[^\\s@]+";

    private static final Pattern INTERNET = Pattern.compile(ON_THE_INTERNET);
    private static final Pattern ANY = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private EmailAddress() {
    }

    /** @return whether this is an address of at most {@link #LENGTH_MAX} characters, perhaps of a host within a company */
    public static boolean isAddress(String text) {
        return text != null && text.length() <= LENGTH_MAX && ANY.matcher(text).matches();
    }

    /** @return whether this is an address, of any length, that mail from elsewhere can reach */
    public static boolean isOnTheInternet(String text) {
        return text != null && INTERNET.matcher(text).matches();
    }
}
