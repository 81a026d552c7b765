package org.conversions.web.redirect;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.conversions.address.LinkKey;
import org.conversions.address.PercentEncoding;

/** Reads the key out of the path of a request. */
public final class RequestedKey {

    /** A character is at most three times four characters when percent-encoded. */
    private static final int PATH_LENGTH_MAX = 12 * LinkKey.LENGTH_MAX;

    private RequestedKey() {
    }

    /**
     * @param path as it came, percent-encoded, with its leading slash
     * @return the key, {@link LinkKey#ROOT} for the root; empty when it cannot be the key of any link
     */
    public static Optional<String> of(String path) {
        if (path.length() > PATH_LENGTH_MAX) {
            return Optional.empty();
        }
        if (path.length() <= 1) {
            return Optional.of(LinkKey.ROOT);
        }
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        return decoded(path.substring(1, end)).map(LinkKey::composed).filter(LinkKey::wellFormed);
    }

    /** @return empty for malformed percent-encoding, and for what is not UTF-8 */
    private static Optional<String> decoded(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '%') {
                int octet = PercentEncoding.octet(text, i);
                if (octet < 0) {
                    return Optional.empty();
                }
                octets.write(octet);
                i += 2;
            } else if (character < 128) {
                octets.write(character);
            } else {
                return Optional.empty();
            }
        }
        return PercentEncoding.utf8(octets.toByteArray());
    }
}
