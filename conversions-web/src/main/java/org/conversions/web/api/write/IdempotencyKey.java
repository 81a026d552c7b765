package org.conversions.web.api.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;

/** The key that a caller sends with a write, so that it can send it again without doing it twice. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private static final int LENGTH_MAX = 255;
    private static final Pattern FORM = Pattern.compile("[\\x20-\\x7e]{1," + LENGTH_MAX + "}");
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private IdempotencyKey() {
    }

    /**
     * @param headers the values of the header, or null when there is none
     * @return empty without one, and for a method that changes nothing
     * @throws RequestRefused bad request for a key that cannot be one
     */
    static Optional<String> of(String method, List<String> headers) {
        if (headers == null || !WRITING.contains(method)) {
            return Optional.empty();
        }
        if (headers.size() != 1 || headers.get(0) == null || !FORM.matcher(headers.get(0)).matches()) {
            throw RequestRefused.badRequest("idempotency_key_malformed",
                    HEADER + " must be one text of 1 to " + LENGTH_MAX
                    + " printable ASCII characters.");
        }
        return Optional.of(headers.get(0));
    }

    /** @return the SHA-256 of all that makes this request the same as another one */
    static String requestHash(String method, String address, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // Neither method nor address has a line break in it.
            digest.update((method + '\n' + address + '\n').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
