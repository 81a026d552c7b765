package org.conversions.portal.notice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.conversions.money.Currencies;
import org.conversions.money.Money;
import org.conversions.payout.profile.PartnerLanguage;
import org.conversions.platform.mail.Mail;

/**
 * Writes to people of a partner about commissions and payouts, in the partner's language. Pure.
 *
 * @param to      an email address
 * @param program its name
 * @param portal  the address of the partners' portal, where mails are switched off
 */
record NoticeMails(String to, String program, PartnerLanguage language, String portal) {

    /** @param traceId the name of the transfer where it was made; null when none is known */
    Mail paid(Money amount, String traceId) {
        return switch (language) {
            case EN -> mail("A payout of " + text(amount) + " is paid", "A payout of " + text(amount) + " by " + program + " is paid."
                    + (traceId == null ? "" : " It was made as " + traceId + ".") + " Its statement is there, too:");
            case DE -> mail("Eine Auszahlung von " + text(amount) + " ist erfolgt", "Eine Auszahlung von " + text(amount) + " durch " + program
                    + " ist erfolgt." + (traceId == null ? "" : " Sie wurde als " + traceId + " ausgeführt.")
                    + " Auch die Abrechnung liegt bereit:");
        };
    }

    /** @param reason null when nobody said one */
    Mail failed(Money amount, String reason) {
        return switch (language) {
            case EN -> mail("A payout of " + text(amount) + " failed", "A payout of " + text(amount) + " by " + program + " failed"
                    + (reason == null ? "." : ": " + reason) + "\n\nThe money is due again, and comes with a later payout. Please check your"
                    + " payout details:");
            case DE -> mail("Eine Auszahlung von " + text(amount) + " ist fehlgeschlagen", "Eine Auszahlung von " + text(amount) + " durch "
                    + program + " ist fehlgeschlagen" + (reason == null ? "." : ": " + reason)
                    + "\n\nDas Geld ist wieder fällig und kommt mit einer späteren Auszahlung. Bitte prüfen Sie Ihre Auszahlungsdaten:");
        };
    }

    /** @param earned the sum of what was earned since the last mail, one for each currency @param commissions how many bookings that is */
    Mail earned(List<Money> earned, int commissions) {
        String sums = earned.stream().map(this::text).collect(Collectors.joining(" + "));
        return switch (language) {
            case EN -> mail("You earned " + sums, "You earned " + sums + " at " + program + (commissions == 1 ? ", by one commission."
                    : ", by " + commissions + " commissions.") + " See what for:");
            case DE -> mail("Sie haben " + sums + " verdient", "Sie haben bei " + program + " " + sums + " verdient"
                    + (commissions == 1 ? ", durch eine Provision." : ", durch " + commissions + " Provisionen.") + " Wofür, sehen Sie hier:");
        };
    }

    private Mail mail(String subject, String text) {
        return new Mail(to, subject, text + "\n\n" + portal + "\n\n" + (language == PartnerLanguage.EN
                ? "There you also choose which of these mails you get." : "Dort wählen Sie auch, welche dieser Mails Sie bekommen."));
    }

    private String text(Money money) {
        String digits = BigDecimal.valueOf(money.minor(), Currencies.digits(money.currency())).toPlainString();
        return (language == PartnerLanguage.DE ? digits.replace('.', ',') : digits) + ' ' + money.currency().toUpperCase(Locale.ROOT);
    }
}
