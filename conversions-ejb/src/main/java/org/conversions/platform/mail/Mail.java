package org.conversions.platform.mail;

/**
 * A mail to one person.
 *
 * @param to      an address
 * @param subject one line; line breaks in it become spaces
 * @param text    plain text; it may hold a link that opens an account, so it gets into no log
 */
public record Mail(String to, String subject, String text) {

    /** Takes out what could begin another header. */
    public Mail {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Leaves text and address out, so that they cannot get into a log. */
    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}
