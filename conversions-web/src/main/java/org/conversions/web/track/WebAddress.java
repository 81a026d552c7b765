package org.conversions.web.track;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;

/**
 * The address of a page as a browser writes it.
 *
 * @param authority host and, if it is written, port
 * @param path      percent-encoded, at least a slash
 */
record WebAddress(String authority, String path) {

    private static final int LENGTH_MAX = 8_000;
    private static final Pattern FORM = Pattern.compile("(?i:https?)://([^/?#\\\\@\\s]+)(/[^?#]*)?(?:[?#].*)?");

    /** @throws RequestRefused unprocessable when it is not the address of a web page */
    static WebAddress of(String field, String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (text.length() > LENGTH_MAX || !matcher.matches()) {
            throw RequestRefused.unprocessable("field_malformed",
                    field + ": must be a web address such as https://shop.example/page, of at"
                    + " most " + LENGTH_MAX + " characters");
        }
        return new WebAddress(matcher.group(1), matcher.group(2) == null ? "/" : matcher.group(2));
    }
}
