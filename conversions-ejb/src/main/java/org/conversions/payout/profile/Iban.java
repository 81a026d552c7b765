package org.conversions.payout.profile;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An international bank account number (ISO 13616) whose country, length and check digits are right.
 *
 * @param text capital letters and digits without spaces
 */
public record Iban(String text) {

    /** Characters of an IBAN of each country of the registry, the country's and the check digits among them. */
    private static final Map<String, Integer> LENGTHS = lengths("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28"
            + " CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28"
            + " HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20"
            + " MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27"
            + " SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");
    /** The countries of the Single Euro Payments Area, by the codes that their IBANs begin with. */
    private static final Set<String> SEPA = Set.of("AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI",
            "FR", "GB", "GI", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL",
            "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "SM", "VA");
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int HEAD = 4;
    private static final int LAST = 4;

    /** @throws IllegalArgumentException for a text that is none */
    public Iban {
        if (!isRight(text)) {
            throw new IllegalArgumentException("Not an IBAN");
        }
    }

    /** @param text as people write it, in groups and letters of any case; may be null. @return empty for what is no IBAN */
    public static Optional<Iban> find(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String compact = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return isRight(compact) ? Optional.of(new Iban(compact)) : Optional.empty();
    }

    /** @return the two letters of the country whose account it is */
    public String country() {
        return text.substring(0, 2);
    }

    /** @return whether a credit transfer of SEPA reaches the account */
    public boolean inSepa() {
        return SEPA.contains(country());
    }

    /** @return the last four characters, which tell accounts apart and give none away */
    public String lastFour() {
        return text.substring(text.length() - LAST);
    }

    /** Shows the last characters only, so that no account gets into a log. */
    @Override
    public String toString() {
        return "Iban[" + lastFour() + "]";
    }

    private static boolean isRight(String text) {
        if (!FORM.matcher(text).matches() || LENGTHS.getOrDefault(text.substring(0, 2), 0) != text.length()) {
            return false;
        }
        String checkDigits = text.substring(2, HEAD);
        // The others are congruent to one of 02 to 98, and are never given out.
        if (checkDigits.compareTo("02") < 0 || checkDigits.compareTo("98") > 0) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (text.substring(HEAD) + text.substring(0, HEAD)).chars()
                .forEach(letter -> digits.append(Character.digit(letter, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new TreeMap<>();
        for (String entry : table.split(" ")) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
