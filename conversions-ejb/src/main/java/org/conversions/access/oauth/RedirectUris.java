package org.conversions.access.oauth;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conversions.address.Destination;
import org.conversions.address.UrlQuery;
import org.conversions.platform.RequestRefused;

/**
 * The addresses to which an app may have people sent back. They are checked once, when the app is registered; from then on
 * they are compared as text, character by character, so that no way of reading an address can be turned against another.
 */
final class RedirectUris {

    static final int PER_CLIENT_MAX = 5;
    static final int LENGTH_MAX = 1_000;

    private static final String FIELD = "redirectUris";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    /** Parameters of our answer: an address that brings its own would make two of them. */
    private static final Set<String> OURS = Set.of("code", "state", "iss", "error", "error_description", "error_uri");

    private RedirectUris() {
    }

    /** @throws RequestRefused unprocessable, with the rule that is broken */
    static List<String> checked(List<String> uris) {
        if (uris == null || uris.isEmpty() || uris.size() > PER_CLIENT_MAX) {
            throw refused("field_count_invalid", "must be 1 to " + PER_CLIENT_MAX + " addresses");
        }
        uris.forEach(RedirectUris::check);
        if (new HashSet<>(uris).size() < uris.size()) {
            throw refused("field_duplicate", "must differ from each other");
        }
        return List.copyOf(uris);
    }

    private static void check(String uri) {
        String written = Destination.check(FIELD, uri);
        if (written.length() > LENGTH_MAX) {
            throw refused("field_length_invalid", "must not be longer than " + LENGTH_MAX + " characters");
        }
        if (!written.equals(uri)) {
            throw refused("field_malformed", "must be written as " + written);
        }
        if (uri.indexOf('#') >= 0) {
            throw refused("field_malformed", "must not have a fragment");
        }
        if (uri.indexOf('*') >= 0) {
            throw refused("field_malformed", "must not have a wildcard");
        }
        if (!uri.startsWith("https://") && !LOOPBACK.contains(host(uri))) {
            throw refused("field_malformed", "must begin with https://, but for this very machine");
        }
        if (UrlQuery.of(uri).parameters().stream().map(UrlQuery::name).anyMatch(OURS::contains)) {
            throw refused("field_malformed", "must not have one of the parameters " + String.join(", ", OURS.stream().sorted().toList()));
        }
    }

    /** @param uri one that was checked @return its host without a port, as it is shown to people */
    static String host(String uri) {
        String authority = uri.substring(uri.indexOf("//") + 2).split("[/?#]", 2)[0];
        return authority.replaceFirst(":[0-9]+$", "");
    }

    private static RequestRefused refused(String reason, String rule) {
        return RequestRefused.unprocessable(reason, FIELD + ": " + rule);
    }
}
