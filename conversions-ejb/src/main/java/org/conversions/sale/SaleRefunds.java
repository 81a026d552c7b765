package org.conversions.sale;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.conversions.money.Money;
import org.conversions.money.Share;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;

/**
 * Refunds of sales that the merchant told, told by the merchant as well. What Stripe tells of is refunded at Stripe,
 * which tells of that too.
 */
@Stateless
public class SaleRefunds {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private SaleList list;
    @Inject
    private Sales sales;

    /**
     * Takes a part of a sale back, or all that is left: of the sale at its own rate, and of its commission the same share.
     * The same refund told again changes nothing.
     *
     * @param by   the mode of the key that tells it
     * @param name of the sale: its id or its invoice
     * @throws RequestRefused not found; conflict for a sale that Stripe tells of, for one of which nothing is left, and for
     *                        a refund id that stands for another amount; unprocessable for more than is left, and for
     *                        another currency
     */
    public RefundView refund(String workspaceId, Mode by, String name, RefundDraft draft) {
        String saleId = list.idOf(workspaceId, by, name)
                .orElseThrow(() -> RequestRefused.notFound("The sale was not found."));
        sales.lock(workspaceId, saleId);
        Sale sale = database.find(Sale.class, saleId);
        if (draft.currency() != null && !draft.currency().equalsIgnoreCase(sale.originalCurrency)) {
            throw RequestRefused.unprocessable("currency: the sale was told in " + sale.originalCurrency);
        }
        Optional<SaleRefund> told = told(saleId, draft.refundId());
        if (told.isPresent()) {
            return view(same(told.get(), draft), sale);
        }
        refuseStripes(sale);
        long left = left(sale);
        if (left == 0) {
            throw RequestRefused.conflict("Nothing is left of the sale that could be refunded.");
        }
        if (draft.amount() != null && draft.amount() > left) {
            throw RequestRefused.unprocessable("amount: no more than " + left + " is left of the sale");
        }
        SaleRefund refund = keep(sale, draft.refundId(), draft.amount() == null ? left : draft.amount());
        sales.refund(workspaceId, saleId, new Share(refund.amount, sale.originalAmount), refund.refundId, refund.refundedAt);
        return view(refund, sale);
    }

    private Optional<SaleRefund> told(String saleId, String refundId) {
        return database.createQuery("select r from SaleRefund r where r.saleId = :sale and r.refundId = :refund",
                        SaleRefund.class)
                .setParameter("sale", saleId).setParameter("refund", refundId).getResultStream().findFirst();
    }

    private static SaleRefund same(SaleRefund told, RefundDraft draft) {
        if (draft.amount() != null && draft.amount() != told.amount) {
            throw RequestRefused.conflict("refundId: refund " + told.refundId + " of this sale was told with the amount "
                    + told.amount);
        }
        return told;
    }

    /** Stripe has told of the purchase, or of money of it that went back. */
    private static void refuseStripes(Sale sale) {
        if (SaleSource.of(sale.reportedBy).compareTo(SaleSource.MERCHANT) > 0 || sale.disputed
                || !sale.takenBack.equals(sale.merchantTakenBack)) {
            throw RequestRefused.conflict("Stripe tells of this sale and of its refunds: refund it at Stripe.");
        }
    }

    private SaleRefund keep(Sale sale, String refundId, long amount) {
        SaleRefund refund = new SaleRefund();
        refund.id = Ids.next("rf", clock);
        refund.workspaceId = sale.workspaceId;
        refund.saleId = sale.id;
        refund.refundId = refundId == null ? refund.id : refundId;
        refund.amount = amount;
        refund.refundedAt = clock.instant();
        database.persist(refund);
        return refund;
    }

    private static RefundView view(SaleRefund refund, Sale sale) {
        return new RefundView(refund.id, refund.saleId, refund.refundId, new Money(refund.amount, sale.originalCurrency),
                new Money(left(sale), sale.originalCurrency), refund.refundedAt);
    }

    private static long left(Sale sale) {
        return sale.originalAmount - Share.parse(sale.takenBack).of(sale.originalAmount);
    }
}
