package org.conversions.overview;

import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;

/**
 * The rules for what a page's address has after its question mark: filters, a period, what is shown. It is kept as it is
 * written, and holds only characters that a query may have. Pure.
 */
public final class ViewQuery {

    static final int LENGTH_MAX = 2_000;

    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9\\-._~!$'()*+,;:@/?&=\\[\\]%]*");
    private static final Pattern NO_OCTET = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private ViewQuery() {
    }

    /** @return the query itself @throws RequestRefused unprocessable for one that is missing, too long or none */
    public static String checked(String query) {
        if (query == null) {
            throw RequestRefused.unprocessable("field_missing", "query: is required");
        }
        if (query.length() > LENGTH_MAX) {
            throw RequestRefused.unprocessable("field_too_long", "query: must have at most " + LENGTH_MAX + " characters");
        }
        if (!CHARACTERS.matcher(query).matches() || NO_OCTET.matcher(query).find()) {
            throw RequestRefused.unprocessable("field_malformed",
                    "query: must be what an address has after its question mark, such as interval=30d&country=DE");
        }
        return query;
    }
}
