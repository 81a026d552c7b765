package org.conversions.portal.login;

import org.conversions.platform.mail.Mail;

/** A login link that has just been made. @param email whose it is @param url of the page that takes it, shown this once */
public record MadeLoginLink(String email, String url) {

    Mail mail() {
        return new Mail(email, "Sign in", "Somebody, probably you, asked for a link to sign in as a partner on this server. Open it within"
                + " a quarter of an hour:\n\n" + url + "\n\nIf that was not you, do nothing.");
    }

    /** Leaves the address out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "MadeLoginLink";
    }
}
