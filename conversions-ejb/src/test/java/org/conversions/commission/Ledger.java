package org.conversions.commission;

import java.util.ArrayList;
import java.util.List;

/** A commission with its entries, kept as the ledger keeps one. */
final class Ledger {

    final List<Settlement.Missing> entries = new ArrayList<>();
    private long sold;
    private long earned;
    private CommissionStatus status;
    private CommissionStatus manualStatus;
    private long paid;
    private boolean isPaid;

    /** The visible part of it. */
    record Seen(long sold, long earned, long amount, long earnings, CommissionStatus status) {
    }

    Ledger settle(Entitlement due) {
        Settlement settlement = Settlement.of(standing(), due);
        entries.addAll(settlement.missing());
        sold = settlement.sold();
        earned = settlement.earned();
        status = settlement.status();
        return this;
    }

    Ledger judged(CommissionStatus word) {
        manualStatus = word;
        return this;
    }

    Ledger paid() {
        isPaid = true;
        paid = earnings();
        status = CommissionStatus.PAID;
        return this;
    }

    LedgerBalance standing() {
        return new LedgerBalance(entries.size(), sold, earned, amount(), earnings(), manualStatus, isPaid);
    }

    long amount() {
        return entries.stream().mapToLong(Settlement.Missing::amount).sum();
    }

    long earnings() {
        return entries.stream().mapToLong(Settlement.Missing::earnings).sum();
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
