package org.conversions.share;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.platform.Ids;

/**
 * The credentials that the bearer of a link brings: its token and, once the password was given, until when that holds and the
 * proof of it. Pure.
 *
 * @param token   of the share
 * @param expires null without a proof
 * @param proof   null without one
 */
record ShareToken(String token, Instant expires, String proof) {

    /** Makes 190 bits, which cannot be guessed, so a fast hash is enough to keep them. */
    private static final int RANDOM_LENGTH = 32;
    private static final String PREFIX = "share_";
    private static final Pattern FORM =
            Pattern.compile("(" + PREFIX + "[0-9A-Za-z]{" + RANDOM_LENGTH + "})(?:\\.([0-9]{1,12})\\.([0-9A-Za-z_-]{1,100}))?");

    /** @return a new one of a share */
    static String next() {
        return PREFIX + Ids.random(RANDOM_LENGTH);
    }

    /** @return empty for a text that is none */
    static Optional<ShareToken> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ShareToken(form.group(1),
                    form.group(2) == null ? null : Instant.ofEpochSecond(Long.parseLong(form.group(2))), form.group(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @return all of it in one text */
    String text() {
        return proof == null ? token : token + '.' + expires.getEpochSecond() + '.' + proof;
    }

    /** Leaves the token out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "ShareToken";
    }
}
