package org.conversions.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Judges a time-based one-time code (RFC 6238): of this step of thirty seconds or of one beside it, and newer than the last. */
final class TotpCode {

    private static final int BESIDE = 1;

    private TotpCode() {
    }

    /**
     * @param code digits, as given
     * @param last the step of the last code that was used
     * @return the step of the code; empty when it is wrong, too old, too new or used
     */
    static OptionalLong step(TimeBasedOneTimePasswordGenerator generator, byte[] secret, String code, Instant now, long last) {
        long seconds = generator.getTimeStep().toSeconds();
        long current = now.getEpochSecond() / seconds;
        return LongStream.rangeClosed(current - BESIDE, current + BESIDE).filter(step -> step > last)
                .filter(step -> same(code(generator, secret, step * seconds), code)).findFirst();
    }

    /** @return in the digits that apps show, whatever the digits of this machine are */
    private static String code(TimeBasedOneTimePasswordGenerator generator, byte[] secret, long epochSecond) {
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(secret, generator.getAlgorithm()),
                    Instant.ofEpochSecond(epochSecond), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A secret of ours is no key", e);
        }
    }

    private static boolean same(String right, String given) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
