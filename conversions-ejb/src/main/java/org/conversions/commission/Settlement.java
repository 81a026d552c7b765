package org.conversions.commission;

import java.util.ArrayList;
import java.util.List;

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

    /** An entry that is missing; money that is taken back is negative. Holds move no money. */
    record Missing(EntryKind kind, long amount, long earnings) {

        static Missing hold(EntryKind kind) {
            return new Missing(kind, 0, 0);
        }
    }

    /** @param known the amounts by all that is known of the sale or the lead, whatever the operator says */
    public static Settlement of(LedgerBalance balance, Judgement judgement, Entitlement known) {
        Entitlement due = judgement.verdict() != null ? known.withoutTheRest() : known;
        List<Missing> missing = balance.entries() == 0 ? first(due) : money(balance, judgement, due);
        missing.addAll(holds(balance, judgement, due, missing));
        return new Settlement(List.copyOf(missing), status(balance.stage(), judgement, due), due.sold(), due.earned());
    }

    private static List<Missing> first(Entitlement due) {
        List<Missing> missing = new ArrayList<>();
        missing.add(new Missing(due.earned() < 0 ? EntryKind.CLAWBACK : EntryKind.EARNED, due.sold(), due.earned()));
        if (due.amountReturned() != 0 || due.earningsReturned() != 0) {
            missing.add(new Missing(EntryKind.REFUNDED, due.amountReturned(), due.earningsReturned()));
        }
        return missing;
    }

    private static List<Missing> money(LedgerBalance balance, Judgement judgement, Entitlement due) {
        long amount = due.amountLeft() - balance.amount();
        long earnings = due.earningsLeft() - balance.earnings();
        List<Missing> missing = new ArrayList<>();
        if (amount != 0 || earnings != 0) {
            missing.add(new Missing(kind(balance, judgement, due, amount, earnings), amount, earnings));
        }
        return missing;
    }

    private static EntryKind kind(LedgerBalance balance, Judgement judgement, Entitlement due, long amount, long earnings) {
        boolean corrected = due.sold() != balance.sold() || due.earned() != balance.earned();
        boolean less = earnings < 0 || earnings == 0 && amount < 0;
        boolean lost = balance.disputed() && !due.disputed();
        boolean left = balance.stage() == Stage.PAID || balance.stage() == Stage.CONFIRMED;
        return left && earnings < 0 ? EntryKind.CLAWBACK
                : corrected ? EntryKind.CORRECTED
                : less ? judgement.verdict() != null || lost ? EntryKind.TAKEN_BACK : EntryKind.REFUNDED
                : EntryKind.RESTORED;
    }

    /** One entry for a dispute that was opened or ended, and one for what the guard or the operator holds or does not any more. */
    private static List<Missing> holds(LedgerBalance balance, Judgement judgement, Entitlement due, List<Missing> money) {
        List<Missing> holds = new ArrayList<>();
        if (due.disputed() && !balance.disputed() && due.earned() != 0) {
            holds.add(Missing.hold(EntryKind.DISPUTED));
        }
        if (judgement.hold() != null && balance.hold() == null) {
            holds.add(Missing.hold(EntryKind.HELD));
        }
        boolean free = !due.disputed() && balance.disputed() || judgement.hold() == null && balance.hold() != null;
        if (free && due.earned() != 0 && money.stream().noneMatch(entry -> entry.earnings() < 0)) {
            holds.add(Missing.hold(EntryKind.RELEASED));
        }
        return holds;
    }

    private static CommissionStatus status(Stage stage, Judgement judgement, Entitlement due) {
        if (stage == Stage.PAID) {
            return CommissionStatus.PAID;
        }
        if (stage == Stage.CONFIRMED) {
            return CommissionStatus.PROCESSED;
        }
        if (judgement.verdict() != null) {
            return judgement.verdict();
        }
        if (due.earned() == 0) {
            return CommissionStatus.CANCELED;
        }
        if (due.earningsLeft() == 0) {
            return CommissionStatus.REFUNDED;
        }
        if (due.disputed() || judgement.hold() != null) {
            return CommissionStatus.HOLD;
        }
        return stage == Stage.DRAFTED ? CommissionStatus.PROCESSED : CommissionStatus.PENDING;
    }
}
