package org.conversions.stripe.api;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a {@code Stripe-Signature} header over the bytes as they came. Pure. Own code, because
 * the library signs with the digits of the JVM's locale and lets timestamps of the future pass; the library is the
 * oracle in the tests.
 */
public final class StripeSignature {

    /** The distance that the sender's clock may have from ours, in either direction. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int HEADER_MAX = 4096;
    private static final int TIMESTAMP_DIGITS_MAX = 12;
    private static final int SIGNATURE_HEX_LENGTH = 64;

    /** The result of the check. Everything but VALID is answered with 400. */
    public enum Verdict {
        VALID("signature_valid", "The signature is valid"),
        NO_SECRET("signing_secret_missing", "No signing secret is set for this endpoint"),
        MISSING("signature_missing", "The Stripe-Signature header is missing"),
        MALFORMED("signature_malformed", "The Stripe-Signature header is malformed"),
        MISMATCH("signature_mismatch", "The signature does not match the body"),
        STALE("signature_stale", "The signature's timestamp is more than five minutes away");

        private final String reason;
        private final String sentence;

        Verdict(String reason, String sentence) {
            this.reason = reason;
            this.sentence = sentence;
        }

        /** Returns the word of it for programs. */
        public String reason() {
            return reason;
        }

        public String sentence() {
            return sentence;
        }
    }

    private final String timestamp;
    private final List<byte[]> signatures;
    private final Verdict verdict;

    private StripeSignature(String timestamp, List<byte[]> signatures, Verdict verdict) {
        this.timestamp = timestamp;
        this.signatures = signatures;
        this.verdict = verdict;
    }

    /**
     * Reads the header, which says what is wrong with it before the body is there.
     *
     * @param header the {@code Stripe-Signature} header, or null
     */
    public static StripeSignature of(String header, Instant now) {
        if (header == null || header.isBlank()) {
            return wrong(Verdict.MISSING);
        }
        if (header.length() > HEADER_MAX) {
            return wrong(Verdict.MALFORMED);
        }
        String timestamp = null;
        List<byte[]> signatures = new ArrayList<>();
        for (String part : header.split(",")) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                return wrong(Verdict.MALFORMED);
            }
            String scheme = part.substring(0, equals).strip();
            String value = part.substring(equals + 1).strip();
            if (scheme.equals("t")) {
                timestamp = value;
            } else if (scheme.equals("v1")) {
                if (!isHex(value)) {
                    return wrong(Verdict.MALFORMED);
                }
                signatures.add(HexFormat.of().parseHex(value));
            }
        }
        if (timestamp == null || signatures.isEmpty() || !isTimestamp(timestamp)) {
            return wrong(Verdict.MALFORMED);
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
        return age.compareTo(TOLERANCE) > 0 ? wrong(Verdict.STALE)
                : new StripeSignature(timestamp, signatures, Verdict.VALID);
    }

    private static StripeSignature wrong(Verdict verdict) {
        return new StripeSignature(null, List.of(), verdict);
    }

    /** @return the result for any body; VALID when that depends on the body */
    public Verdict verdict(List<String> secrets) {
        return secrets.stream().allMatch(String::isBlank) ? Verdict.NO_SECRET : verdict;
    }

    /**
     * Compares in constant time, with every secret and every signature.
     *
     * @param body    the raw bytes
     * @param secrets the endpoint's; two while one replaces the other; blank ones are none
     */
    public Verdict verdict(byte[] body, List<String> secrets) {
        Verdict early = verdict(secrets);
        return early != Verdict.VALID || anyMatch(body, timestamp, signatures, secrets) ? early : Verdict.MISMATCH;
    }

    private static boolean anyMatch(byte[] body, String timestamp, List<byte[]> signatures, List<String> secrets) {
        boolean match = false;
        for (String secret : secrets) {
            if (!secret.isBlank()) {
                byte[] expected = sign(body, timestamp, secret);
                for (byte[] signature : signatures) {
                    match |= MessageDigest.isEqual(expected, signature);
                }
            }
        }
        return match;
    }

    private static byte[] sign(byte[] body, String timestamp, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(timestamp.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) '.');
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every JVM has HmacSHA256", e);
        }
    }

    private static boolean isTimestamp(String text) {
        return !text.isEmpty() && text.length() <= TIMESTAMP_DIGITS_MAX
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isHex(String text) {
        return text.length() == SIGNATURE_HEX_LENGTH
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F');
    }
}
