package org.conversions.payout.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.conversions.platform.mail.Mail;

/**
 * Writes to a partner about changes of the payout profile, in the partner's language. A mail shows no more of an account than
 * tells it from others. Pure.
 *
 * @param to      the partner's email
 * @param program its name
 */
record ProfileMails(String to, String program, PartnerLanguage language) {

    /** @param at when it comes into force; null when it counts at once */
    Mail changed(PayoutAccount account, Instant at) {
        return switch (language) {
            case EN -> new Mail(to, "Your payout details were changed", "Your payout details at " + program + " were changed to: "
                    + shown(account) + ".\n\n" + (at == null ? "They count at once." : "They count from " + time(at)
                    + ". Until then, payouts go where they went before.")
                    + "\n\nIf that was not you, tell the program now, so that the change can be taken back.");
            case DE -> new Mail(to, "Ihre Auszahlungsdaten wurden geändert", "Ihre Auszahlungsdaten bei " + program
                    + " wurden geändert auf: " + shown(account) + ".\n\n" + (at == null ? "Sie gelten sofort." : "Sie gelten ab "
                    + time(at) + ". Bis dahin gehen Auszahlungen dorthin, wohin sie bisher gingen.")
                    + "\n\nWaren Sie das nicht, sagen Sie es jetzt dem Programm, damit die Änderung zurückgenommen wird.");
        };
    }

    Mail inForce(PayoutAccount account) {
        return switch (language) {
            case EN -> new Mail(to, "Your new payout details count from now on", "The change of your payout details at " + program
                    + " has come into force. Payouts go to: " + shown(account) + ".");
            case DE -> new Mail(to, "Ihre neuen Auszahlungsdaten gelten jetzt", "Die Änderung Ihrer Auszahlungsdaten bei " + program
                    + " ist in Kraft getreten. Auszahlungen gehen an: " + shown(account) + ".");
        };
    }

    Mail withdrawn(PayoutAccount account) {
        return switch (language) {
            case EN -> new Mail(to, "The change of your payout details was taken back", "The change of your payout details at "
                    + program + " was taken back. Payouts go to: " + shown(account) + ".");
            case DE -> new Mail(to, "Die Änderung Ihrer Auszahlungsdaten wurde zurückgenommen", "Die Änderung Ihrer"
                    + " Auszahlungsdaten bei " + program + " wurde zurückgenommen. Auszahlungen gehen an: " + shown(account) + ".");
        };
    }

    private String shown(PayoutAccount account) {
        boolean english = language == PartnerLanguage.EN;
        return switch (account.method()) {
            case BANK -> (english ? "bank account " : "Bankkonto ") + account.hint();
            case PAYPAL -> "PayPal " + account.hint();
            case STRIPE -> (english ? "account at Stripe " : "Konto bei Stripe ") + account.hint();
            case EXTERNAL -> english ? "as agreed with the program" : "wie mit dem Programm vereinbart";
        };
    }

    private String time(Instant at) {
        boolean english = language == PartnerLanguage.EN;
        return DateTimeFormatter.ofPattern(english ? "d MMMM uuuu, HH:mm 'UTC'" : "d. MMMM uuuu, HH:mm 'Uhr UTC'",
                english ? Locale.ENGLISH : Locale.GERMAN).format(at.atOffset(ZoneOffset.UTC));
    }
}
