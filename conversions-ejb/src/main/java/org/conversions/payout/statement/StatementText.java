package org.conversions.payout.statement;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.conversions.money.Currencies;
import org.conversions.money.Money;
import org.conversions.payout.profile.PartnerLanguage;
import org.conversions.payout.profile.PostalAddress;

/** The words of statements in the partner's language. Pure. */
record StatementText(PartnerLanguage language) {

    /** The countries where the number of a house is written before the street. */
    private static final Set<String> NUMBER_FIRST = Set.of("US", "GB", "IE", "CA", "AU", "NZ", "FR", "LU", "MC", "ZA", "IN", "SG");

    String title(StatementKind kind) {
        return switch (kind) {
            case STATEMENT -> in("Self-billing statement", "Gutschrift (Abrechnung durch den Leistungsempfänger)");
            case CREDIT_NOTE -> in("Credit note to self-billing", "Korrektur zur Gutschrift");
        };
    }

    /** @param count of the commissions @param takenBack whether it is of what was taken back */
    String line(String type, YearMonth month, int count, boolean takenBack) {
        String what = switch (type) {
            case "click" -> in("Commissions for clicks", "Provisionen für Klicks");
            case "lead" -> in("Commissions for leads", "Provisionen für Leads");
            case "sale" -> in("Commissions for sales", "Provisionen für Verkäufe");
            case "referral" -> in("Commissions for referrals", "Provisionen für Empfehlungen");
            default -> in("Other commissions", "Sonstige Provisionen");
        };
        String when = DateTimeFormatter.ofPattern("MMMM uuuu", locale()).format(month);
        return (takenBack ? in("Taken back: ", "Zurückgenommen: ") : "") + what + ", " + when + " (" + count + ")";
    }

    String cancels(String number) {
        return in("Cancels ", "Storniert ") + number;
    }

    String number() {
        return in("Number", "Nummer");
    }

    String issued() {
        return in("Date", "Datum");
    }

    String period() {
        return in("Period", "Zeitraum");
    }

    String payout() {
        return in("Payout", "Auszahlung");
    }

    String from() {
        return in("Issued by (payer)", "Aussteller (Zahler)");
    }

    String to() {
        return in("Partner", "Partner");
    }

    String description() {
        return in("Description", "Beschreibung");
    }

    String amount(String currency) {
        return in("Amount", "Betrag") + " (" + currency.toUpperCase(Locale.ROOT) + ")";
    }

    String total() {
        return in("Total", "Summe");
    }

    String note() {
        return in("Issued by the payer on behalf of the partner. No value added tax is shown.",
                "Ausgestellt vom Zahler im Namen des Partners. Umsatzsteuer ist nicht ausgewiesen.");
    }

    String page(int page, int pages) {
        return in("Page ", "Seite ") + page + in(" of ", " von ") + pages;
    }

    String day(Instant at) {
        return DateTimeFormatter.ofPattern(in("d MMM uuuu", "dd.MM.uuuu"), locale()).format(at.atOffset(ZoneOffset.UTC));
    }

    /** @return the amount with the marks of the language, without the currency */
    String units(long minor, String currency) {
        BigDecimal units = new Money(minor, currency).units();
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale()));
        format.setMinimumFractionDigits(Currencies.digits(currency));
        format.setMaximumFractionDigits(Currencies.digits(currency));
        return format.format(units);
    }

    /** @return the lines of an address, without empty ones */
    String[] lines(PostalAddress address) {
        if (address == null) {
            return new String[0];
        }
        String land = new Locale.Builder().setRegion(address.country()).build().getDisplayCountry(locale());
        String street = NUMBER_FIRST.contains(address.country())
                ? joined(address.buildingNumber(), address.street()) : joined(address.street(), address.buildingNumber());
        return Stream.of(street, joined(address.postalCode(), address.city()), land)
                .filter(line -> !line.isEmpty()).toArray(String[]::new);
    }

    private static String joined(String first, String second) {
        return ((first == null ? "" : first) + " " + (second == null ? "" : second)).strip();
    }

    private Locale locale() {
        return language == PartnerLanguage.DE ? Locale.GERMANY : Locale.UK;
    }

    private String in(String english, String german) {
        return language == PartnerLanguage.DE ? german : english;
    }
}
