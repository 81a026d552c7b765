package org.conversions.platform.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash by which a random token is kept: SHA-256. That is enough for tokens of 160 random bits, which cannot be
 * guessed one by one; a password would need a slow hash.
 */
public final class TokenHash {

    private TokenHash() {
    }

    /** @return 64 hexadecimal digits */
    public static String sha256(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    /** Compares in a time that does not show how much of the token is right. */
    public static boolean matches(String token, String hash) {
        return MessageDigest.isEqual(sha256(token).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }
}
