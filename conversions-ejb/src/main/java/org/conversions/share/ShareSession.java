package org.conversions.share;

import java.time.Instant;

/** The answer to the right password of a share. @param token to be used in place of the share's own */
public record ShareSession(String token, Instant expiresAt) {

    /** Leaves the token out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "ShareSession";
    }
}
