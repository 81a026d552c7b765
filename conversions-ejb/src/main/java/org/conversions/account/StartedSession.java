package org.conversions.account;

/** A session that has just begun. @param token of its cookie, shown this once */
public record StartedSession(String token, LoginSession session) {

    /** Leaves the token out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "StartedSession[" + session.id() + "]";
    }
}
