package org.conversions.commission;

import java.util.ArrayList;
import java.util.List;

/** A commission with its entries, kept as the ledger keeps one. */
final class Ledger {

    final List<Settlement.Missing> entries = new ArrayList<>();
    private long sold;
    private long earned;
    private CommissionStatus status;
    private Judgement judgement = Judgement.NONE;
    private boolean disputed;
    private Hold hold;
    private long paid;
    private long part;
    private Stage stage = Stage.OPEN;

    /** The visible part of it. */
    record Seen(long sold, long earned, long amount, long earnings, CommissionStatus status) {
    }

    Ledger settle(Entitlement due) {
        Settlement settlement = Settlement.of(standing(), judgement, due);
        if (status != null) {
            StatusTransitions.check("cm_1", status, settlement.status());
        }
        entries.addAll(settlement.missing());
        sold = settlement.sold();
        earned = settlement.earned();
        status = settlement.status();
        disputed = due.disputed();
        hold = judgement.hold();
        if (stage == Stage.DRAFTED && status != CommissionStatus.PROCESSED) {
            stage = Stage.OPEN;
        }
        return this;
    }

    Ledger judged(CommissionStatus word) {
        judgement = Judgement.verdict(word);
        return this;
    }

    Ledger held(Hold by) {
        judgement = Judgement.hold(by);
        return this;
    }

    Ledger drafted() {
        stage = Stage.DRAFTED;
        status = CommissionStatus.PROCESSED;
        return this;
    }

    Ledger confirmed() {
        stage = Stage.CONFIRMED;
        return this;
    }

    Ledger paid() {
        stage = Stage.PAID;
        paid = earnings();
        status = CommissionStatus.PAID;
        return this;
    }

    /** A part was paid that was less or more than what is left. */
    Ledger paid(long part) {
        paid();
        paid = part;
        return this;
    }

    /** The next step of a batch: it takes what is pending, is confirmed, and paid by what it took; else nothing. */
    void goesOn() {
        if (stage == Stage.OPEN && status == CommissionStatus.PENDING) {
            drafted();
        } else if (stage == Stage.DRAFTED) {
            part = earnings();
            confirmed();
        } else if (stage == Stage.CONFIRMED) {
            paid(part);
        }
    }

    long paidOut() {
        return paid;
    }

    LedgerBalance standing() {
        return new LedgerBalance(entries.size(), sold, earned, amount(), earnings(), disputed, hold, stage);
    }

    Stage stage() {
        return stage;
    }

    List<EntryKind> kinds() {
        return entries.stream().map(Settlement.Missing::kind).toList();
    }

    long amount() {
        return entries.stream().mapToLong(Settlement.Missing::amount).sum();
    }

    long earnings() {
        return entries.stream().mapToLong(Settlement.Missing::earnings).sum();
    }

    long open() {
        return earnings() - paid;
    }

    long clawback() {
        return Math.max(0, paid - earnings());
    }

    CommissionStatus status() {
        return status;
    }

    Seen seen() {
        return new Seen(sold, earned, amount(), earnings(), status);
    }
}
