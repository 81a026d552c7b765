package org.conversions.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.conversions.link.domain.ShortDomain;

/**
 * The cookie that carries the token of a login session: for this host only, out of reach of scripts, and not sent along with
 * what other sites' pages do. Without TLS, as on a developer's machine, it cannot have the prefix by which browsers insist on
 * that.
 */
@ApplicationScoped
public class SessionCookie {

    private static final String NAME = "conversions_session";

    private ShortDomain server;

    protected SessionCookie() {
    }

    @Inject
    SessionCookie(ShortDomain server) {
        this.server = server;
    }

    /** @return the token that a request brings */
    Optional<String> token(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of).filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue).findFirst();
    }

    /** Carries a token until the session ends. @param seconds how long that is @return the value of a Set-Cookie header */
    public String carrying(String token, long seconds) {
        return name() + '=' + token + "; Path=/; Max-Age=" + Math.max(1, seconds) + (server.secure() ? "; Secure" : "")
                + "; HttpOnly; SameSite=Lax";
    }

    /** Takes the cookie away. @return the value of a Set-Cookie header */
    public String gone() {
        return name() + "=; Path=/; Max-Age=0" + (server.secure() ? "; Secure" : "") + "; HttpOnly; SameSite=Lax";
    }

    private String name() {
        return server.secure() ? "__Host-" + NAME : NAME;
    }
}
