package org.conversions.payout.profile;

import org.conversions.platform.RequestRefused;

/**
 * The merchant as the one who pays: on statements, and in files for the bank.
 *
 * @param iban    null when no bank file is made
 * @param bic     null when the bank knows it by the IBAN
 * @param address null when none is given
 */
public record Payer(String name, Iban iban, Bic bic, PostalAddress address) {

    private static final int NAME_MAX = 70;

    /** Texts as the merchant gives them; any of them may be null. */
    public record Draft(String name, String iban, String bic, PostalAddress address) {

        /** @return the payer. @throws RequestRefused unprocessable, naming the field */
        public Payer checked() {
            Iban account = iban == null || iban.isBlank() ? null : Iban.find(iban).orElseThrow(() ->
                    RequestRefused.unprocessable("iban_wrong", "payer.iban: is no IBAN, or its check digits are wrong"));
            Bic bank = bic == null || bic.isBlank() ? null : Bic.find(bic).orElseThrow(() ->
                    RequestRefused.unprocessable("bic_wrong", "payer.bic: must have the 8 or 11 characters of a BIC"));
            return new Payer(ProfileText.required("payer.name", name, NAME_MAX), account, bank,
                    address == null ? null : address.checked("payer.address"));
        }
    }

    /** @return the same as texts, from which it can be made again */
    public Draft draft() {
        return new Draft(name, iban == null ? null : iban.text(), bic == null ? null : bic.text(), address);
    }
}
