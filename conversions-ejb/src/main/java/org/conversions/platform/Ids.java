package org.conversions.platform;

import java.nio.ByteBuffer;
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
    /** The values of a byte below this say each letter equally often; the few others are drawn again. */
    private static final int EVEN = 256 / ALPHABET.length() * ALPHABET.length();
    /** Bytes that each thread has drawn and not used yet: one by one, each would cost a call of the generator and its lock. */
    private static final ThreadLocal<ByteBuffer> DRAWN = ThreadLocal.withInitial(() -> ByteBuffer.allocate(256).limit(0));

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
            id[i] = letter();
        }
        return new String(id);
    }

    /** @return {@code length} random letters and digits, each worth 5.95 bits */
    public static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(letter());
        }
        return text.toString();
    }

    private static char letter() {
        ByteBuffer drawn = DRAWN.get();
        while (true) {
            if (!drawn.hasRemaining()) {
                RANDOM.nextBytes(drawn.clear().array());
            }
            int value = drawn.get() & 0xff;
            if (value < EVEN) {
                return ALPHABET.charAt(value % ALPHABET.length());
            }
        }
    }
}
