package org.conversions.platform;

import java.security.SecureRandom;
import java.time.Clock;

/**
 * Makes ids that sort by the time they were made: a prefix that names the kind, then letters and digits only.
 * The first eight characters are the milliseconds since 1970, the rest is random, so rows are added at the end of
 * an index and a page of newest rows is a range of it.
 */
public final class Ids {

    static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int TIME_LENGTH = 8;
    private static final int RANDOM_LENGTH = 14;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {
    }

    /** @return the prefix, an underscore and 22 letters and digits, of which 83 bits are random */
    public static String next(String prefix, Clock clock) {
        return prefix + '_' + sortable(clock.millis(), RANDOM_LENGTH);
    }

    /** @return eight characters of time and {@code randomLength} random ones */
    public static String sortable(long epochMillis, int randomLength) {
        char[] id = new char[TIME_LENGTH + randomLength];
        long rest = epochMillis;
        for (int i = TIME_LENGTH - 1; i >= 0; i--) {
            id[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        for (int i = TIME_LENGTH; i < id.length; i++) {
            id[i] = ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()));
        }
        return new String(id);
    }

    /** @return {@code length} random letters and digits, each worth 5.95 bits */
    public static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
