package org.conversions.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Takes mails, to be sent once the caller's transaction has committed; without one, at once. Nobody waits for it: a mail waits
 * in memory, is tried again for half an hour when the mail server does not take it, and is lost when this node ends. What
 * it is about can be asked for again.
 */
@ApplicationScoped
public class Mailer {

    @Inject
    private MailSettings settings;
    @Inject
    private Event<Mail> mails;

    /** @return whether this server can send mail */
    public boolean configured() {
        return settings.configured();
    }

    /** Sends a mail, if this server can. */
    public void send(Mail mail) {
        if (configured()) {
            mails.fire(mail);
        }
    }
}
