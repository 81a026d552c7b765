package org.conversions.web.redirect;

import jakarta.servlet.http.Cookie;
import java.util.Optional;
import org.conversions.address.LinkKey;
import org.conversions.link.directory.LinkTarget;

/** The form of everything that a link remembers in the browser: a cookie for this link alone that no script can read. */
final class LinkCookie {

    private LinkCookie() {
    }

    /** @param cookies null when there is none */
    static Optional<String> value(Cookie[] cookies, String name) {
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** @return the value of a {@code Set-Cookie} header */
    static String header(LinkTarget target, String name, String value, long seconds, boolean secure) {
        return name + '=' + value + "; Path=" + path(target) + "; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }

    /** @return the path of the link, as browsers compare it */
    static String path(LinkTarget target) {
        return target.key().equals(LinkKey.ROOT) ? "/" : '/' + LinkKey.path(target.key());
    }
}
