package org.conversions.commission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.conversions.platform.Word;

/**
 * The entries that a commission lacks to come to what it should, and its status then. Pure, and the whole of the rule that
 * any order of the same events ends in the same state: what was recorded before does not matter, after the missing
 * entries the sums are right, and nothing is missing a second time.
 *
 * @param missing to be appended, in this order
 * @param sold    kept as the amount that was sold
 * @param earned  kept as the amount that was earned
 */
record Settlement(List<Missing> missing, CommissionStatus status, long sold, long earned) {

    /** The reason of an entry. */
    enum Kind implements Word {
        /** Earned, as far as it was known first. */
        EARNED,
        /** The sale or the lead turned out to be another one, or another partner's. */
        CORRECTION,
        /** Money went back, or the operator took it back. */
        REFUND,
        /** Money that had gone back came again. */
        REVERSAL,
        /** Money that was paid to the partner already is taken back. */
        CLAWBACK;

        @Override
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An entry that is missing; money that is taken back is negative. */
    record Missing(Kind kind, long amount, long earnings) {
    }

    public static Settlement of(LedgerBalance balance, Entitlement known) {
        Entitlement due = balance.manualStatus() == CommissionStatus.REFUNDED ? known.withoutTheRest() : known;
        List<Missing> missing = balance.entries() == 0 ? first(due) : next(balance, due);
        return new Settlement(missing, status(balance, due), due.sold(), due.earned());
    }

    private static List<Missing> first(Entitlement due) {
        List<Missing> missing = new ArrayList<>();
        missing.add(new Missing(Kind.EARNED, due.sold(), due.earned()));
        if (due.amountReturned() != 0 || due.earningsReturned() != 0) {
            missing.add(new Missing(Kind.REFUND, due.amountReturned(), due.earningsReturned()));
        }
        return missing;
    }

    private static List<Missing> next(LedgerBalance balance, Entitlement due) {
        long amount = due.amountLeft() - balance.amount();
        long earnings = due.earningsLeft() - balance.earnings();
        if (amount == 0 && earnings == 0) {
            return List.of();
        }
        boolean corrected = due.sold() != balance.sold() || due.earned() != balance.earned();
        boolean less = earnings < 0 || earnings == 0 && amount < 0;
        Kind kind = balance.paid() && earnings < 0 ? Kind.CLAWBACK
                : corrected ? Kind.CORRECTION
                : less ? Kind.REFUND
                : Kind.REVERSAL;
        return List.of(new Missing(kind, amount, earnings));
    }

    private static CommissionStatus status(LedgerBalance balance, Entitlement due) {
        if (balance.paid()) {
            return CommissionStatus.PAID;
        }
        if (balance.manualStatus() != null) {
            return balance.manualStatus();
        }
        if (due.earned() == 0) {
            return CommissionStatus.CANCELED;
        }
        if (due.earningsLeft() == 0) {
            return CommissionStatus.REFUNDED;
        }
        return due.disputed() ? CommissionStatus.HOLD : CommissionStatus.PENDING;
    }
}
