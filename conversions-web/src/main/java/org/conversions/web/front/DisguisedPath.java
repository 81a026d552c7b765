package org.conversions.web.front;

import java.util.regex.Pattern;

/**
 * A path that the server reads otherwise than it is written: it decodes slashes, removes parameters and resolves dots
 * before it looks for what is asked for. Outside the API nothing needs one, and who may frame, store or reach a page is
 * decided by the path as it is written.
 */
final class DisguisedPath {

    private static final Pattern SIGNS =
            Pattern.compile("%2f|%5c|\\\\|;|(?:^|/)(?:\\.|%2e){1,2}(?:/|$)", Pattern.CASE_INSENSITIVE);

    private DisguisedPath() {
    }

    /** @param path as it came, without the query */
    static boolean is(String path) {
        return path.chars().anyMatch(DisguisedPath::mayBeASign) && SIGNS.matcher(path).find();
    }

    /** Most paths have no such character, and need no longer look. */
    private static boolean mayBeASign(int character) {
        return character == '%' || character == '\\' || character == ';' || character == '.';
    }
}
