package org.conversions.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
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

    /** Carries a token until the browser is closed for good or the session ends. @param seconds how long the session lasts */
    public NewCookie carrying(String token, long seconds) {
        return new NewCookie.Builder(name()).value(token).path("/").secure(server.secure()).httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX).maxAge((int) Math.max(1, Math.min(seconds, Integer.MAX_VALUE))).build();
    }

    /** Takes the cookie away. */
    public NewCookie gone() {
        return new NewCookie.Builder(name()).value("").path("/").secure(server.secure()).httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX).maxAge(0).build();
    }

    private String name() {
        return server.secure() ? "__Host-" + NAME : NAME;
    }
}
