package org.conversions.partner.deal;

import org.conversions.payout.profile.PartnerLanguage;
import org.conversions.platform.mail.Mail;

/** Writes to a partner how a deal goes on, in the partner's language. Pure. @param to the partner's email @param program its name */
record DealMails(String to, String program, PartnerLanguage language) {

    /** @param person the name of the lead */
    Mail changed(String person, SubmittedStatus status) {
        return switch (language) {
            case EN -> new Mail(to, "Your lead " + person + ": " + english(status), "The lead " + person + " that you submitted to "
                    + program + " has changed: " + english(status) + ".");
            case DE -> new Mail(to, "Ihr Lead " + person + ": " + german(status), "Der Lead " + person + ", den Sie bei " + program
                    + " eingereicht haben, hat sich geändert: " + german(status) + ".");
        };
    }

    private static String english(SubmittedStatus status) {
        return switch (status) {
            case PENDING -> "pending";
            case QUALIFIED -> "qualified";
            case MEETING -> "in a meeting";
            case NEGOTIATION -> "in negotiation";
            case CLOSED_WON -> "won";
            case CLOSED_LOST -> "lost";
            case UNQUALIFIED -> "not qualified";
        };
    }

    private static String german(SubmittedStatus status) {
        return switch (status) {
            case PENDING -> "offen";
            case QUALIFIED -> "qualifiziert";
            case MEETING -> "im Gespräch";
            case NEGOTIATION -> "in Verhandlung";
            case CLOSED_WON -> "gewonnen";
            case CLOSED_LOST -> "verloren";
            case UNQUALIFIED -> "nicht qualifiziert";
        };
    }
}
