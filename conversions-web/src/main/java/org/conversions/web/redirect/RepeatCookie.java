package org.conversions.web.redirect;

import jakarta.servlet.http.Cookie;
import java.util.Optional;
import java.util.stream.Stream;
import org.conversions.click.ClickId;
import org.conversions.link.LinkKey;
import org.conversions.link.LinkTarget;

/**
 * Remembers in the browser which click was counted, so that the same visitor on the same link is counted once in an
 * hour and keeps the click id. Nobody is credited for an id that was made up: leads look it up.
 */
final class RepeatCookie {

    private static final int SECONDS = 3_600;

    private RepeatCookie() {
    }

    /** @param cookies null when there is none */
    static Optional<String> clickId(Cookie[] cookies, LinkTarget target) {
        if (cookies == null) {
            return Optional.empty();
        }
        String name = name(target);
        return Stream.of(cookies).filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue)
                .filter(ClickId::wellFormed).findFirst();
    }

    /** @return the value of a {@code Set-Cookie} header */
    static String header(LinkTarget target, String clickId, boolean secure) {
        String path = target.key().equals(LinkKey.ROOT) ? "/" : '/' + LinkKey.path(target.key());
        return name(target) + '=' + clickId + "; Path=" + path + "; Max-Age=" + SECONDS + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }

    private static String name(LinkTarget target) {
        return target.vocabulary().clickParameter() + '_' + target.linkId();
    }
}
