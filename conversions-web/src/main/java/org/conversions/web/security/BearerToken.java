package org.conversions.web.security;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;

/** The API key in an {@code Authorization} header. */
final class BearerToken {

    private static final Pattern HEADER = Pattern.compile("(?i:bearer) +([\\x21-\\x7e]+) *");

    private BearerToken() {
    }

    /**
     * @param header the whole header, or null when there is none
     * @throws RequestRefused unauthorized when it is missing, bad_request when it is not of this form
     */
    static String of(String header) {
        if (header == null || header.isBlank()) {
            throw new RequestRefused(Code.UNAUTHORIZED, "key_missing", "Missing Authorization header.");
        }
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) {
            throw RequestRefused.badRequest("authorization_malformed",
                    "The Authorization header must have the form: Bearer <API key>");
        }
        return matcher.group(1);
    }
}
