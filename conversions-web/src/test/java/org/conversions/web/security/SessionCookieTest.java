package org.conversions.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.conversions.link.domain.ShortDomain;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

    private static final SessionCookie WITH_TLS = new SessionCookie(new ShortDomain("https://go.example.com"));
    private static final SessionCookie WITHOUT_TLS = new SessionCookie(new ShortDomain("http://localhost:8080"));

    @Test
    void withTlsABrowserInsistsOnThisHostAndOnTls() {
        assertThat(WITH_TLS.carrying("token", 60))
                .isEqualTo("__Host-conversions_session=token; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax");
        assertThat(WITH_TLS.gone())
                .isEqualTo("__Host-conversions_session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
        assertThat(WITHOUT_TLS.carrying("token", 60)).startsWith("conversions_session=token; ").doesNotContain("Secure");
    }

    @Test
    void withTlsACookieThatAnybodyOnTheWayCouldSetCountsForNothing() {
        assertThat(WITH_TLS.token(bringing(new Cookie("conversions_session", "forged")))).isEmpty();
        assertThat(WITH_TLS.token(bringing(new Cookie("other", "x"), new Cookie("__Host-conversions_session", "token"))))
                .contains("token");
        assertThat(WITHOUT_TLS.token(bringing(new Cookie("conversions_session", "token")))).contains("token");
        assertThat(WITHOUT_TLS.token(bringing((Cookie[]) null))).isEmpty();
    }

    private static HttpServletRequest bringing(Cookie... cookies) {
        return (HttpServletRequest) Proxy.newProxyInstance(SessionCookieTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> cookies);
    }
}
