package org.conversions.stripe.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.conversions.sale.SaleAdjusted;
import org.conversions.sale.SaleReturns;
import org.conversions.sale.SaleView;
import org.conversions.sale.entry.SaleChange;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.object.ReturnedMoney;
import org.conversions.stripe.payment.PaidSale;
import org.conversions.stripe.payment.PaidSales;

/** Brings the sales of a refund or dispute to all that is known of the money that went back. */
@ApplicationScoped
class ReturnedSales {

    @Inject
    PaidSales payments;
    @Inject
    ReturnedMoneyRecords records;
    @Inject
    SaleReturns returns;

    /** Adjusts all sales that a payment paid for. @param invoice named by the charge itself, or null */
    Outcome ofPayment(StripeEvent event, Collection<ReturnedMoney> reports, String paymentIntent, String charge,
                      String invoice, SaleChange.Kind kind) {
        if (paymentIntent == null && charge == null) {
            return Outcome.ignored(Reason.NO_PAYMENT);
        }
        records.keep(event, reports);
        if (invoice != null) {
            payments.paid(event, invoice, null, paymentIntent, charge);
        }
        String waitingKey = WaitingKey.payment(paymentIntent, charge);
        List<String> names = names(event, paymentIntent, charge);
        List<String> saleKeys = payments.salesPaidBy(event, names);
        if (saleKeys.isEmpty()) {
            return Outcome.waiting(Reason.PAYMENT_UNKNOWN, waitingKey);
        }
        return adjust(event, saleKeys, names, kind, reports.iterator().next().objectId()).listeningTo(waitingKey);
    }

    /** Adjusts one sale, whatever paid for it. */
    Outcome ofSale(StripeEvent event, ReturnedMoney report) {
        records.keep(event, List.of(report));
        return adjust(event, List.of(report.saleKey()), List.of(), SaleChange.Kind.REFUND, report.objectId());
    }

    /** @return all names of a payment. A refund may name the charge only, where the sale knows the payment intent only */
    private List<String> names(StripeEvent event, String paymentIntent, String charge) {
        return Stream.concat(Stream.of(paymentIntent, charge), records.otherNames(event, paymentIntent, charge).stream())
                .filter(Objects::nonNull).distinct().toList();
    }

    /** @param names of the payment that the event is about, if it is about one */
    private Outcome adjust(StripeEvent event, List<String> saleKeys, List<String> names, SaleChange.Kind kind, String sourceId) {
        List<String> unknown = new ArrayList<>();
        List<SaleAdjusted> changes = new ArrayList<>();
        for (String saleKey : new TreeSet<>(saleKeys)) {
            // Locked before anything about it is read.
            Optional<SaleView> sale = returns.lock(event.workspaceId(), event.mode(), saleKey);
            if (sale.isEmpty()) {
                unknown.add(saleKey);
            } else {
                changes.add(adjust(event, sale.get(), names, kind, sourceId));
            }
        }
        if (!unknown.isEmpty()) {
            return Outcome.waiting(Reason.SALE_UNKNOWN, WaitingKey.sale(unknown.get(0)));
        }
        long change = changes.stream().mapToLong(adjusted -> adjusted.change().minor()).sum();
        if (change < 0) {
            return Outcome.processed(-change + " of the sale was taken back");
        }
        if (change > 0) {
            return Outcome.processed(change + " of the sale was given back");
        }
        return changes.stream().anyMatch(adjusted -> adjusted.sale().disputed())
                ? Outcome.processed(Reason.DISPUTE_OPEN) : Outcome.processed(Reason.REFUND_RECORDED_BEFORE);
    }

    /** Adjusts a sale that is locked: a transaction at the same time sees what this one leaves. */
    private SaleAdjusted adjust(StripeEvent event, SaleView sale, List<String> names, SaleChange.Kind kind, String sourceId) {
        long paidTotal = returns.paidTotal(event.workspaceId(), sale.id());
        List<PaidSale> paid = payments.ofSale(event, sale.saleKey());
        RefundPolicy.Returned returned = RefundPolicy.of(sale.saleKey(), paidTotal, paid,
                records.about(event, sale.saleKey(), paid, names));
        return returns.adjust(event.workspaceId(), sale.id(), new SaleChange(returned.share(), returned.refunds(),
                returned.disputed(), kind, sourceId, event.occurredAt()));
    }
}
