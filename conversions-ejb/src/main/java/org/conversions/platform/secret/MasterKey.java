package org.conversions.platform.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A master key, of which every key in use is derived: one for each purpose (HKDF-SHA256, RFC 5869), so that what is given
 * out for one says nothing of another. Pure.
 */
final class MasterKey {

    /** A shorter text could be guessed. */
    static final int TEXT_MIN = 32;
    /** Fewer different characters are no key but a placeholder. */
    static final int VARIETY_MIN = 8;
    private static final int KEY_BYTES = 32;
    private static final int ID_LENGTH = 8;
    private static final int STRETCHES = 600_000;
    /** 32 bytes or more in hexadecimal digits or base64, as a generator makes them: too many to be guessed. */
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{64,}|[0-9A-F]{64,}");
    private static final Pattern BASE64 =
            Pattern.compile("(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/_-]{43,}={0,2}");
    /** The same on every node, and of no other application. */
    private static final byte[] SALT = "conversions master key 2".getBytes(StandardCharsets.US_ASCII);

    private final byte[] root;
    private final byte[] first;
    private final String fingerprint;

    /**
     * @param keyText any text of at least 32 characters, without the white space around it. One that a generator has made
     *                is taken as it is; one that a person may have made up is stretched, which takes part of a second.
     * @throws IllegalArgumentException when it is shorter, or has fewer than {@link #VARIETY_MIN} different characters
     */
    MasterKey(String keyText) {
        String text = keyText.strip();
        if (text.length() < TEXT_MIN) {
            throw new IllegalArgumentException("The master key for secrets must have at least " + TEXT_MIN
                    + " characters, but this one has " + text.length());
        }
        if (text.chars().distinct().count() < VARIETY_MIN) {
            throw new IllegalArgumentException("The master key for secrets must have at least " + VARIETY_MIN
                    + " different characters; make one with: openssl rand -base64 32");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean random = HEXADECIMAL.matcher(text).matches() || BASE64.matcher(text).matches();
        root = hmac(SALT, random ? bytes : stretched(text));
        first = sha256(bytes);
        fingerprint = HexFormat.of().formatHex(derived("fingerprint"));
    }

    /** @return the text by which the database knows the key; nothing follows from it */
    String fingerprint() {
        return fingerprint;
    }

    /** @return the text by which a sealed text names the key */
    String id() {
        return fingerprint.substring(0, ID_LENGTH);
    }

    /** @return the AES key of a purpose */
    SecretKeySpec sealing(String purpose) {
        return new SecretKeySpec(derived("seal " + purpose), "AES");
    }

    /** @return the one AES key of everything, as it was before keys had purposes */
    SecretKeySpec sealingAtFirst() {
        return new SecretKeySpec(first, "AES");
    }

    /** @return 32 bytes that only who has the key can make of a text for a purpose */
    byte[] mac(String purpose, String text) {
        return hmac(derived("mac " + purpose), text.getBytes(StandardCharsets.UTF_8));
    }

    /** One block of HKDF's expansion, which is all that a key of 32 bytes needs. */
    private byte[] derived(String label) {
        byte[] info = label.getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return hmac(root, block);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has HmacSHA256", e);
        }
    }

    private static byte[] stretched(String text) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(text.toCharArray(), SALT, STRETCHES, KEY_BYTES * Byte.SIZE)).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has PBKDF2WithHmacSHA256", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
