package org.conversions.web.redirect;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Optional;
import org.conversions.link.directory.LinkTarget;

/** Remembers in the browser which of a test's destinations the visitor has seen, so that it stays the same one. */
final class VariantCookie {

    private static final Duration REMEMBERED = Duration.ofDays(7);

    private VariantCookie() {
    }

    /** @param cookies null when there is none */
    static Optional<String> variant(Cookie[] cookies, LinkTarget target) {
        return LinkCookie.value(cookies, name(target));
    }

    /** @return the value of a {@code Set-Cookie} header */
    static String header(LinkTarget target, String variant, boolean secure) {
        return LinkCookie.header(target, name(target), variant, REMEMBERED.toSeconds(), secure);
    }

    private static String name(LinkTarget target) {
        return target.vocabulary().clickParameter() + "_test_" + target.linkId();
    }
}
