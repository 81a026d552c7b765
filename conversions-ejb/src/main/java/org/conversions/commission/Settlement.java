package org.conversions.commission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which entries a commission lacks to come to what it should, and what it is then. Pure, and the whole of the rule that
 * any order of the same events ends in the same state: what was recorded before does not matter, after the missing
 * entries the sums are right, and nothing is missing a second time.
 *
 * @param missing to be appended, in this order
 * @param sold    to be kept as what was sold by now
 * @param earned  to be kept as what was earned by now
 */
record Settlement(List<Missing> missing, CommissionStatus status, long sold, long earned) {

    /** Why an entry is there. */
    enum Kind {
        /** What was earned as far as it was known first. */
        EARNED,
        /** The sale or the lead turned out to be another one, or another partner's. */
        CORRECTION,
        /** Money went back, or the operator took it back. */
        REFUND,
        /** What had gone back came again. */
        REVERSAL,
        /** What was paid to the partner already is taken back. */
        CLAWBACK;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An entry; what is taken back is negative. */
    record Missing(Kind kind, long amount, long earnings) {
    }

    public static Settlement of(LedgerBalance standing, Entitlement known) {
        Entitlement due = standing.manualStatus() == CommissionStatus.REFUNDED ? known.withoutTheRest() : known;
        List<Missing> missing = standing.entries() == 0 ? first(due) : next(standing, due);
        return new Settlement(missing, status(standing, due), due.sold(), due.earned());
    }

    private static List<Missing> first(Entitlement due) {
        List<Missing> missing = new ArrayList<>();
        missing.add(new Missing(Kind.EARNED, due.sold(), due.earned()));
        if (due.amountTakenBack() != 0 || due.earningsTakenBack() != 0) {
            missing.add(new Missing(Kind.REFUND, -due.amountTakenBack(), -due.earningsTakenBack()));
        }
        return missing;
    }

    private static List<Missing> next(LedgerBalance standing, Entitlement due) {
        long amount = due.sold() - due.amountTakenBack() - standing.amount();
        long earnings = due.earned() - due.earningsTakenBack() - standing.earnings();
        if (amount == 0 && earnings == 0) {
            return List.of();
        }
        boolean corrected = due.sold() != standing.sold() || due.earned() != standing.earned();
        boolean less = earnings < 0 || earnings == 0 && amount < 0;
        Kind kind = standing.paid() && earnings < 0 ? Kind.CLAWBACK
                : corrected ? Kind.CORRECTION
                : less ? Kind.REFUND
                : Kind.REVERSAL;
        return List.of(new Missing(kind, amount, earnings));
    }

    private static CommissionStatus status(LedgerBalance standing, Entitlement due) {
        if (standing.paid()) {
            return CommissionStatus.PAID;
        }
        if (standing.manualStatus() != null) {
            return standing.manualStatus();
        }
        if (due.earned() == 0) {
            return CommissionStatus.CANCELED;
        }
        if (due.earned() == due.earningsTakenBack()) {
            return CommissionStatus.REFUNDED;
        }
        return due.disputed() ? CommissionStatus.HOLD : CommissionStatus.PENDING;
    }
}
