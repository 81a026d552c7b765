package org.conversions.web.redirect;

import jakarta.servlet.http.Cookie;
import java.util.Optional;
import org.conversions.link.directory.LinkTarget;
import org.conversions.platform.id.ClickId;

/**
 * Remembers in the browser which click was counted, so that the same visitor on the same link is counted once in an
 * hour and keeps the click id. Nobody is credited for an id that was made up: leads look it up. Two people behind one
 * address with the same kind of browser are two visitors, because nothing else is remembered.
 */
final class RepeatCookie {

    private static final int SECONDS = 3_600;

    private RepeatCookie() {
    }

    /** @param cookies null when there is none */
    static Optional<ClickId> clickId(Cookie[] cookies, LinkTarget target) {
        return LinkCookie.value(cookies, name(target)).map(ClickId::of);
    }

    /** @return the value of a {@code Set-Cookie} header */
    static String header(LinkTarget target, ClickId clickId, boolean secure) {
        return LinkCookie.header(target, name(target), clickId.value(), SECONDS, secure);
    }

    private static String name(LinkTarget target) {
        return target.vocabulary().clickParameter() + '_' + target.linkId();
    }
}
