package org.conversions.payout.profile;

import java.util.Locale;
import org.conversions.address.EmailAddress;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/**
 * Where the money of a partner goes. What its method needs is there; everything else may be null.
 *
 * @param name    of the account's holder, and of the partner on statements
 * @param address of the same
 * @param given   the language that the partner is written to in; null for that of the country
 */
public record PayoutAccount(PayoutMethod method, Iban iban, Bic bic, String paypalEmail, String name, PostalAddress address,
                            PartnerLanguage given) {

    private static final int NAME_MAX = 70;

    /** Texts as somebody has given them; any of them may be null. */
    public record Draft(String method, String iban, String bic, String paypalEmail, String name, PostalAddress address,
                        String language) {

        /** @return the account. @throws RequestRefused unprocessable, naming the field */
        public PayoutAccount checked() {
            PayoutMethod way = PayoutMethod.of(method);
            Iban account = blank(iban) ? null : Iban.find(iban).orElseThrow(() -> RequestRefused.unprocessable("iban_wrong",
                    "iban: is no IBAN, or its check digits are wrong"));
            Bic bank = blank(bic) ? null : Bic.find(bic).orElseThrow(() -> RequestRefused.unprocessable("bic_wrong",
                    "bic: must have the 8 or 11 characters of a BIC"));
            String email = ProfileText.optional("paypalEmail", paypalEmail, TextColumn.LENGTH_MAX);
            if (email != null && !EmailAddress.isAddress(email)) {
                throw RequestRefused.unprocessable("field_malformed", "paypalEmail: must be an email address");
            }
            String holder = ProfileText.optional("name", name, NAME_MAX);
            PostalAddress place = address == null ? null : address.checked("address");
            if (way == PayoutMethod.BANK) {
                require("iban", account);
                require("name", holder);
                require("address", place);
            } else if (way == PayoutMethod.PAYPAL) {
                require("paypalEmail", email);
            }
            return new PayoutAccount(way, account, bank, email == null ? null : email.toLowerCase(Locale.ROOT), holder, place,
                    PartnerLanguage.of(language));
        }

        private void require(String field, Object value) {
            if (value == null) {
                throw RequestRefused.unprocessable("field_missing", field + ": is required by the method " + method);
            }
        }

        private static boolean blank(String text) {
            return text == null || text.isBlank();
        }
    }

    /** @return the same as texts, from which it can be made again */
    public Draft draft() {
        return new Draft(method.text(), iban == null ? null : iban.text(), bic == null ? null : bic.text(), paypalEmail, name,
                address, given == null ? null : given.text());
    }

    /** @param country of the partner, or null @return the language that the partner is written to in */
    public PartnerLanguage language(String country) {
        return given != null ? given : PartnerLanguage.usualIn(address != null ? address.country() : country);
    }

    /** @return what tells the account from others and gives it to nobody: an IBAN's last characters, an email's first */
    public String hint() {
        return switch (method) {
            case BANK -> maskedIban();
            case PAYPAL -> maskedEmail();
            case EXTERNAL -> null;
        };
    }

    /** @return null when there is none */
    public String maskedIban() {
        return iban == null ? null : "•••• " + iban.lastFour();
    }

    /** @return null when there is none */
    public String maskedEmail() {
        return paypalEmail == null ? null : paypalEmail.charAt(0) + "•••" + paypalEmail.substring(paypalEmail.indexOf('@'));
    }

    /** Leaves everything out, so that no account gets into a log. */
    @Override
    public String toString() {
        return "PayoutAccount[" + method + "]";
    }
}
