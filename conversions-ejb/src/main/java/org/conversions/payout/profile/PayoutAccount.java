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
 * @param stripeAccount the id of the account at Stripe, or null
 * @param given   the language that the partner is written to in; null for that of the country
 */
public record PayoutAccount(PayoutMethod method, Iban iban, Bic bic, String paypalEmail, String name, PostalAddress address,
                            PartnerLanguage given, String stripeAccount) {

    /** An account that is not at Stripe. */
    public PayoutAccount(PayoutMethod method, Iban iban, Bic bic, String paypalEmail, String name, PostalAddress address,
                         PartnerLanguage given) {
        this(method, iban, bic, paypalEmail, name, address, given, null);
    }


    private static final int NAME_MAX = 70;

    /** Texts as somebody has given them; any of them may be null. */
    public record Draft(String method, String iban, String bic, String paypalEmail, String name, PostalAddress address,
                        String language, String stripeAccount) {

        /** What somebody says: an account at Stripe is proven there, and said by nobody. */
        public Draft(String method, String iban, String bic, String paypalEmail, String name, PostalAddress address, String language) {
            this(method, iban, bic, paypalEmail, name, address, language, null);
        }

        /** @param stripeAccount that Stripe has onboarded @param before what was said of the partner until then; null for nothing */
        public static Draft ofStripe(String stripeAccount, PayoutAccount before) {
            return new Draft(PayoutMethod.STRIPE.text(), null, null, null, before == null ? null : before.name(),
                    before == null ? null : before.address(), before == null || before.given() == null ? null : before.given().text(),
                    stripeAccount);
        }


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
            } else if (way == PayoutMethod.STRIPE && stripeAccount == null) {
                throw RequestRefused.unprocessable("stripe_account_unproven", "method: an account at Stripe is proven there, which"
                        + " begins with POST /partners/{id}/stripe-account");
            }
            return new PayoutAccount(way, account, bank, email == null ? null : email.toLowerCase(Locale.ROOT), holder, place,
                    PartnerLanguage.of(language), way == PayoutMethod.STRIPE ? stripeAccount : null);
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
                address, given == null ? null : given.text(), stripeAccount);
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
            case STRIPE -> stripeAccount;
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
