package org.conversions.stripe.event;

import java.util.List;

/** The types of events that say all that this server needs: those that an endpoint is made for, and that are caught up on. */
public final class SubscribedTypes {

    public static final List<String> ALL = List.of(
            "checkout.session.completed", "checkout.session.async_payment_succeeded", "invoice.paid",
            "customer.created", "customer.updated",
            "charge.refunded", "refund.updated", "refund.failed", "invoice_payment.paid", "credit_note.created",
            "charge.dispute.created", "charge.dispute.closed",
            "customer.subscription.created", "customer.subscription.updated", "customer.subscription.deleted",
            "promotion_code.updated", "coupon.deleted", "transfer.reversed");

    private SubscribedTypes() {
    }
}
