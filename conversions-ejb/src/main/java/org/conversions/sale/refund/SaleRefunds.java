package org.conversions.sale.refund;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.conversions.audit.AuditTrail;
import org.conversions.money.Money;
import org.conversions.money.Share;
import org.conversions.money.StoredMoney;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.Refundable;
import org.conversions.sale.SaleList;
import org.conversions.sale.SaleReturns;
import org.conversions.workspace.Mode;

/**
 * Refunds sales that the merchant reported, when the merchant reports that as well. Sales that Stripe reports are refunded
 * at Stripe, which reports that too.
 */
@Stateless
public class SaleRefunds {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private AuditTrail trail;
    @Inject
    private Clock clock;
    @Inject
    private SaleList list;
    @Inject
    private SaleReturns returns;

    /**
     * Takes a part of a sale back, or all that is left: of the sale at its own rate, and of its commission the same share.
     * The same refund reported again changes nothing.
     *
     * @param by   the mode of the key that reports it
     * @param name of the sale: its id or its invoice
     * @throws RequestRefused not found; conflict for a sale that Stripe reports, for one of which nothing is left, and for
     *                        a refund id that stands for another amount; unprocessable for more than is left, and for
     *                        another currency
     */
    public RefundView refund(WorkspaceId workspaceId, Mode by, String name, RefundDraft draft) {
        SaleId saleId = list.idOf(workspaceId, by, name).map(SaleId::new)
                .orElseThrow(() -> RequestRefused.notFound("sale_not_found", "The sale was not found."));
        Refundable sale = returns.lock(workspaceId, saleId);
        String currency = sale.sold().currency();
        if (draft.currency() != null && !draft.currency().equalsIgnoreCase(currency)) {
            throw RequestRefused.unprocessable("currency_differs",
                    "currency: the sale was told in " + currency);
        }
        Optional<SaleRefund> earlier = find(saleId, draft.refundId());
        if (earlier.isPresent()) {
            return view(same(earlier.get(), draft), sale);
        }
        if (sale.managedByStripe()) {
            throw RequestRefused.conflict("sale_managed_by_stripe",
                    "Stripe tells of this sale and of its refunds: refund it at Stripe.");
        }
        long left = sale.left();
        if (left == 0) {
            throw RequestRefused.conflict("nothing_left", "Nothing is left of the sale that could be refunded.");
        }
        if (draft.amount() != null && draft.amount() > left) {
            throw RequestRefused.unprocessable("refund_exceeds_sale",
                    "amount: no more than " + left + " is left of the sale");
        }
        SaleRefund refund = keep(workspaceId, saleId, draft.refundId(), draft.amount() == null ? left : draft.amount());
        Refundable rest = returns.refund(workspaceId, saleId, new Share(refund.amount, sale.sold().minor()), refund.refundId,
                refund.refundedAt);
        trail.record(workspaceId, "sale_refunded", saleId.value(), Map.of("refundId", refund.refundId, "amount", refund.amount,
                "currency", currency));
        return view(refund, rest);
    }

    private Optional<SaleRefund> find(SaleId saleId, String refundId) {
        return database.createQuery("select r from SaleRefund r where r.saleId = :sale and r.refundId = :refund",
                        SaleRefund.class)
                .setParameter("sale", saleId).setParameter("refund", refundId).getResultStream().findFirst();
    }

    private static SaleRefund same(SaleRefund earlier, RefundDraft draft) {
        if (draft.amount() != null && draft.amount() != earlier.amount) {
            throw RequestRefused.conflict("refund_id_taken",
                    "refundId: refund " + earlier.refundId + " of this sale was told with the amount "
                    + earlier.amount);
        }
        return earlier;
    }

    private SaleRefund keep(WorkspaceId workspaceId, SaleId saleId, String refundId, long amount) {
        SaleRefund refund = new SaleRefund();
        refund.id = Ids.next("rf", clock);
        refund.workspaceId = workspaceId;
        refund.saleId = saleId;
        refund.refundId = refundId == null ? refund.id : refundId;
        refund.amount = amount;
        refund.refundedAt = clock.instant();
        database.persist(refund);
        return refund;
    }

    private static RefundView view(SaleRefund refund, Refundable sale) {
        String currency = sale.sold().currency();
        return new RefundView(refund.id, refund.saleId, refund.refundId, StoredMoney.of(refund.id, refund.amount, currency),
                new Money(sale.left(), currency), refund.refundedAt);
    }
}
