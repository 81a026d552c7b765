package org.conversions.stripe.refund;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.conversions.money.Share;
import org.conversions.stripe.object.ReturnedMoney;
import org.conversions.stripe.payment.PaidSale;

/**
 * Computes the share of a sale that went back: the refunded part of each of its payments, as far as that payment paid for
 * this sale, and what was lost in disputes. Pure: from the same facts in any order and number follows the same share.
 */
public final class RefundPolicy {

    /**
     * @param share    of the sale, refunds and lost disputes together
     * @param refunds  how many refunds and lost disputes that is
     * @param disputed whether a dispute or an inquiry is open
     */
    public record Returned(Share share, int refunds, boolean disputed) {
    }

    private RefundPolicy() {
    }

    /**
     * @param saleKey   the sale in question
     * @param paidTotal what its buyer paid in all, with tax; 0 when it was not reported
     * @param payments  what the payments of this sale paid for, this sale and others
     * @param reports   everything that was reported about those payments, or about the sale itself
     */
    public static Returned of(String saleKey, long paidTotal, Collection<PaidSale> payments,
                              Collection<ReturnedMoney> reports) {
        Payments groups = new Payments(payments, reports);
        long knownParts = groups.all().stream().map(group -> group.paidFor(saleKey)).filter(Objects::nonNull)
                .mapToLong(Long::longValue).sum();
        long whole = Math.max(paidTotal, knownParts);
        Share share = Share.NONE;
        int refunds = 0;
        boolean disputed = false;
        for (Payment payment : groups.all()) {
            if (!payment.paysFor(saleKey)) {
                continue;
            }
            disputed |= payment.reports.stream().anyMatch(ReturnedMoney::isOpen);
            long charged = payment.charged(paidTotal);
            long returned = Math.min(charged, payment.refunded() + payment.lost());
            if (returned > 0) {
                Long part = payment.paidFor(saleKey);
                Share ofPayment = new Share(returned, charged);
                share = share.plus(part == null ? ofPayment : new Share(part, whole).times(ofPayment));
                refunds += payment.refunds();
            }
        }
        for (ReturnedMoney note : reports) {
            if (note.kind() == ReturnedMoney.Kind.CREDIT_NOTE && saleKey.equals(note.saleKey()) && whole > 0) {
                share = share.plus(new Share(Math.min(note.amount(), whole), whole));
                refunds++;
            }
        }
        return new Returned(share, refunds, disputed);
    }

    /** The payments by all the ids that they go under: a charge and its payment intent are one. */
    private static final class Payments {

        private final Map<String, Payment> byId = new HashMap<>();

        Payments(Collection<PaidSale> payments, Collection<ReturnedMoney> reports) {
            payments.forEach(paid -> of(paid.paymentId()).paid.add(paid));
            for (ReturnedMoney fact : reports) {
                String id = fact.paymentIntent() != null ? fact.paymentIntent() : fact.charge();
                if (id != null) {
                    of(id).reports.add(fact);
                }
                if (fact.charge() != null && fact.paymentIntent() != null) {
                    unite(fact.charge(), fact.paymentIntent());
                }
            }
        }

        Collection<Payment> all() {
            return byId.values().stream().distinct().toList();
        }

        private Payment of(String id) {
            return byId.computeIfAbsent(id, key -> new Payment());
        }

        private void unite(String one, String other) {
            Payment kept = of(one);
            Payment given = of(other);
            if (kept != given) {
                kept.paid.addAll(given.paid);
                kept.reports.addAll(given.reports);
                byId.replaceAll((id, payment) -> payment == given ? kept : payment);
            }
        }
    }

    private static final class Payment {

        final List<PaidSale> paid = new ArrayList<>();
        final List<ReturnedMoney> reports = new ArrayList<>();

        boolean paysFor(String saleKey) {
            return paid.stream().anyMatch(part -> part.saleKey().equals(saleKey));
        }

        /** @return how much of the sale it paid; null for all of it */
        Long paidFor(String saleKey) {
            return paid.stream().filter(part -> part.saleKey().equals(saleKey)).map(PaidSale::amount)
                    .filter(Objects::nonNull).max(Long::compare).orElse(null);
        }

        /** @return the amount that was charged: as the charge says, else what it paid for, else all that the buyer paid */
        long charged(long paidTotal) {
            long charge = of(ReturnedMoney.Kind.CHARGE).mapToLong(ReturnedMoney::amount).max().orElse(0);
            if (charge > 0) {
                return charge;
            }
            boolean allKnown = paid.stream().allMatch(part -> part.amount() != null);
            return allKnown ? new TreeSet<>(paid.stream().map(PaidSale::saleKey).toList()).stream()
                    .mapToLong(this::paidFor).sum() : paidTotal;
        }

        /**
         * Computes what was refunded. Running totals and single refunds report the same money: never both count. A total counts refunds that failed
         * later, so those are taken out of it; what is known of single refunds is the least there is.
         */
        long refunded() {
            Map<String, Long> totals = new HashMap<>();
            of(ReturnedMoney.Kind.TOTAL).forEach(total -> totals.merge(total.charge(), total.amount(), Math::max));
            long total = totals.values().stream().mapToLong(Long::longValue).sum();
            long failed = refunds(true).mapToLong(ReturnedMoney::amount).sum();
            long done = refunds(false).mapToLong(ReturnedMoney::amount).sum();
            return Math.max(done, total - failed);
        }

        long lost() {
            return of(ReturnedMoney.Kind.DISPUTE).filter(ReturnedMoney::isLost).mapToLong(ReturnedMoney::amount).sum();
        }

        /** @return how many refunds and lost disputes there were, of which at least one took something */
        int refunds() {
            long totals = of(ReturnedMoney.Kind.TOTAL).filter(total -> total.amount() > 0).count();
            long single = Math.max(refunds(false).count(), totals - refunds(true).count());
            long lost = of(ReturnedMoney.Kind.DISPUTE).filter(ReturnedMoney::isLost).count();
            return (int) Math.max(1, single + lost);
        }

        private Stream<ReturnedMoney> refunds(boolean failed) {
            return of(ReturnedMoney.Kind.REFUND).filter(refund -> refund.isFailed() == failed);
        }

        private Stream<ReturnedMoney> of(ReturnedMoney.Kind kind) {
            return reports.stream().filter(fact -> fact.kind() == kind);
        }
    }
}
