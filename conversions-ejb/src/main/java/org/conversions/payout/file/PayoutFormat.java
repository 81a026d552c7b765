package org.conversions.payout.file;

import java.util.Locale;
import java.util.Optional;
import org.conversions.payout.profile.PayoutMethod;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;

/** The formats of files of payouts. */
public enum PayoutFormat implements Word {
    /** Everything, for a spreadsheet. */
    CSV(null),
    /** A credit transfer of SEPA for the bank. */
    SEPA(PayoutMethod.BANK),
    PAYPAL(PayoutMethod.PAYPAL),
    /** Columns that the program names, for Wise and others. */
    WISE(PayoutMethod.BANK);

    private final PayoutMethod method;

    PayoutFormat(PayoutMethod method) {
        this.method = method;
    }

    /** @return the method of the payouts that such a file holds; empty when it holds all */
    Optional<PayoutMethod> method() {
        return Optional.ofNullable(method);
    }

    /** @throws RequestRefused not found for a format that there is not */
    public static PayoutFormat of(String text) {
        return Word.find(PayoutFormat.class, text).orElseThrow(() -> RequestRefused.notFound("payout_format_unknown",
                "There is no file of the format " + text + ": it is one of csv, sepa, paypal, wise."));
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
