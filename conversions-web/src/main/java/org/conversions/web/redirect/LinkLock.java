package org.conversions.web.redirect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.conversions.click.Outgoing;
import org.conversions.link.LinkTarget;
import org.conversions.link.UrlQuery;
import org.conversions.platform.secret.SecretBox;
import org.conversions.platform.secret.TokenHash;

/**
 * The password of a link. Who has given it gets a cookie that says so, sealed under the master key: it opens this link,
 * for {@link #OPEN_FOR}, as long as the password is the same.
 */
@ApplicationScoped
class LinkLock {

    /** The field of the password page. */
    static final String FIELD = "password";
    static final Duration OPEN_FOR = Duration.ofDays(1);
    private static final int FORM_BYTES_MAX = 4_096;
    private static final int COOKIE_LENGTH_MAX = 1_000;

    /** What a request shows of the password. */
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
        if (attempts.tooMany(address, target.linkId())) {
            return Proof.TOO_MANY_TRIES;
        }
        if (!TokenHash.matches(given, TokenHash.sha256(target.rules().password()))) {
            return Proof.WRONG;
        }
        attempts.right(address, target.linkId());
        return Proof.RIGHT;
    }

    /** @return the value of a {@code Set-Cookie} header for who has given the password */
    String cookie(LinkTarget target, boolean secure) {
        long until = clock.instant().plus(OPEN_FOR).getEpochSecond();
        String sealed = secrets.encrypt(until + " " + secret(target));
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.getBytes(StandardCharsets.US_ASCII));
        return LinkCookie.header(target, name(target), value, OPEN_FOR.toSeconds(), secure);
    }

    private boolean isOpen(Cookie[] cookies, LinkTarget target) {
        return LinkCookie.value(cookies, name(target)).filter(value -> value.length() <= COOKIE_LENGTH_MAX)
                .flatMap(this::opened).filter(text -> {
                    int space = text.indexOf(' ');
                    return space > 0 && text.substring(space + 1).equals(secret(target))
                            && clock.instant().getEpochSecond() < Long.parseLong(text, 0, space, 10);
                }).isPresent();
    }

    /** @return empty for what is none of ours */
    private Optional<String> opened(String value) {
        try {
            return Optional.of(secrets.decrypt(
                    new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static String secret(LinkTarget target) {
        return target.linkId() + ' ' + TokenHash.sha256(target.rules().password());
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
