package org.conversions.web.redirect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.address.UrlQuery;
import org.conversions.click.redirect.Outgoing;
import org.conversions.link.directory.LinkTarget;
import org.conversions.platform.secret.SecretBox;
import org.conversions.platform.secret.TokenHash;

/**
 * Asks for the password of a link. A visitor who has given it gets a cookie with a mark that only this server can make:
 * it opens this link, for {@link #OPEN_FOR}, as long as the password is the same.
 */
@ApplicationScoped
class LinkLock {

    /** The field of the password page. */
    static final String FIELD = "password";
    static final Duration OPEN_FOR = Duration.ofDays(1);
    private static final int FORM_BYTES_MAX = 4_096;
    private static final String PURPOSE = "link lock";
    /** The value of the cookie: the second since 1970 until which it opens, and the mark of this server. */
    private static final Pattern COOKIE = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    /** The proof that a request brings of the password. */
    enum Proof { NONE, RIGHT, WRONG, TOO_MANY_TRIES }

    @Inject
    private SecretBox secrets;
    @Inject
    private Clock clock;

    private final PasswordAttempts attempts = new PasswordAttempts();

    /** @param address the visitor's */
    Proof proof(HttpServletRequest request, LinkTarget target, String address) throws IOException {
        if (target.rules().password() == null) {
            return Proof.NONE;
        }
        boolean form = request.getMethod().equals("POST");
        if (!form && isOpen(request.getCookies(), target)) {
            return Proof.RIGHT;
        }
        String given = form ? field(request) : Outgoing.password(request.getQueryString());
        if (given == null) {
            return Proof.NONE;
        }
        if (attempts.tooMany(address, target.linkId().value())) {
            return Proof.TOO_MANY_TRIES;
        }
        if (!TokenHash.matches(given, TokenHash.sha256(target.rules().password()))) {
            return Proof.WRONG;
        }
        attempts.right(address, target.linkId().value());
        return Proof.RIGHT;
    }

    /** @return the value of a {@code Set-Cookie} header for who has given the password */
    String cookie(LinkTarget target, boolean secure) {
        long until = clock.instant().plus(OPEN_FOR).getEpochSecond();
        String value = until + "." + secrets.mac(PURPOSE, until + " " + secret(target));
        return LinkCookie.header(target, name(target), value, OPEN_FOR.toSeconds(), secure);
    }

    private boolean isOpen(Cookie[] cookies, LinkTarget target) {
        return LinkCookie.value(cookies, name(target)).map(COOKIE::matcher).filter(Matcher::matches)
                .filter(cookie -> clock.instant().getEpochSecond() < Long.parseLong(cookie.group(1))
                        && secrets.isMac(PURPOSE, cookie.group(1) + " " + secret(target), cookie.group(2)))
                .isPresent();
    }

    private static String secret(LinkTarget target) {
        return target.linkId().value() + ' ' + TokenHash.sha256(target.rules().password());
    }

    /** @return what was typed in; empty when it is more than a password can be */
    private static String field(HttpServletRequest request) throws IOException {
        byte[] form = request.getInputStream().readNBytes(FORM_BYTES_MAX + 1);
        if (form.length > FORM_BYTES_MAX) {
            return "";
        }
        return UrlQuery.parametersOf(new String(form, StandardCharsets.UTF_8)).stream()
                .filter(parameter -> UrlQuery.name(parameter).equals(FIELD)).map(UrlQuery::value).findFirst()
                .orElse("");
    }

    private static String name(LinkTarget target) {
        return target.vocabulary().clickParameter() + "_open_" + target.linkId();
    }
}
