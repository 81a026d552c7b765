package org.conversions.payout;

import java.time.Instant;
import org.conversions.money.Currencies;
import org.conversions.platform.RequestRefused;

/** The rules of a batch: what may be asked for, and who is paid by it. Pure. */
final class PayoutRule {

    private PayoutRule() {
    }

    /** @throws RequestRefused unprocessable for a cutoff to come, until which not all is known that is due, or no currency */
    static void check(Instant cutoff, String currency, Instant now) {
        if (cutoff.isAfter(now)) {
            throw RequestRefused.unprocessable("field_out_of_range", "cutoff: must not be later than now");
        }
        if (!Currencies.known(currency)) {
            throw RequestRefused.unprocessable("field_value_unknown", "currency: must be a code of ISO 4217 in small letters");
        }
    }

    /**
     * @param amount what is open of a partner, less what the partner owes, in minor units
     * @param min    of the program
     * @return whether the partner is paid: what is less, or owed, is carried on to the next batch
     */
    static boolean isPaid(long amount, long min) {
        return amount > 0 && amount >= min;
    }
}
