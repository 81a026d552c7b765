package org.conversions.web.security;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A path that the server reads otherwise than it is written: it decodes slashes, removes parameters and resolves dots
 * before it looks for what is asked for. Outside the API nothing needs one, and who may frame, store or reach a page is
 * decided by the path as it is written.
 */
final class DisguisedPath {

    private static final List<String> SIGNS = List.of("%2f", "%5c", "\\");

    /** In what leads to a file, and in no short link of any use. */
    private static final Set<String> SEGMENTS = Set.of(".", "..", "%2e", "%2e%2e", ".%2e", "%2e.");

    private DisguisedPath() {
    }

    /** @param path as it came, without the query */
    static boolean is(String path) {
        String small = path.toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(small::contains) || small.indexOf(';') >= 0
                || List.of(small.split("/")).stream().anyMatch(SEGMENTS::contains);
    }
}
