package org.conversions.payout.profile;

import java.util.Locale;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;

/** The ways in which a partner can be paid. */
public enum PayoutMethod implements Word {
    /** To a bank account, by a credit transfer of SEPA or by a service such as Wise. */
    BANK,
    PAYPAL,
    /** To an account at Stripe that the merchant's account there may send money to. */
    STRIPE,
    /** In a way that the merchant knows of and this server does not. */
    EXTERNAL;

    /** @throws RequestRefused unprocessable for a method that there is not */
    static PayoutMethod of(String text) {
        return Word.find(PayoutMethod.class, text).orElseThrow(() -> RequestRefused.unprocessable(
                text == null ? "field_missing" : "field_value_unknown", "method: must be one of bank, paypal, stripe, external"));
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
