package org.conversions.portal.invitation;

import org.conversions.payout.profile.PartnerLanguage;
import org.conversions.platform.mail.Mail;

/** Writes the mails that invite people to a partner. Pure. */
final class InvitationMails {

    private InvitationMails() {
    }

    /**
     * @param to        an email address
     * @param program   its name
     * @param partner   its name
     * @param invitedBy an email or the name of a key; null for the program
     * @param url       of the page that accepts the invitation
     */
    static Mail invitation(PartnerLanguage language, String to, String program, String partner, String invitedBy, String url) {
        return switch (language) {
            case EN -> new Mail(to, "Your access to " + program, "You are invited to see the links and earnings of " + partner + " at "
                    + program + (invitedBy == null ? "" : ", by " + invitedBy) + ". Accept here, within seven days:\n\n" + url
                    + "\n\nIf you did not expect this, do nothing.");
            case DE -> new Mail(to, "Ihr Zugang zu " + program, "Sie sind eingeladen, Links und Verdienste von " + partner + " bei "
                    + program + " zu sehen" + (invitedBy == null ? "" : ", von " + invitedBy)
                    + ". Nehmen Sie die Einladung hier an, innerhalb von sieben Tagen:\n\n" + url
                    + "\n\nHaben Sie das nicht erwartet, tun Sie nichts.");
        };
    }
}
