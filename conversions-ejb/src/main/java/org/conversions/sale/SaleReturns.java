package org.conversions.sale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.conversions.money.Money;
import org.conversions.money.Share;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.entry.SaleBalance;
import org.conversions.sale.entry.SaleChange;
import org.conversions.sale.entry.SaleEntryView;
import org.conversions.workspace.Mode;

/** Keeps the money of sales that goes back, and comes again: each change is an entry. */
@ApplicationScoped
@Transactional
public class SaleReturns {

    @Inject
    private SaleRows rows;
    @Inject
    private Event<SaleAdjusted> adjusted;

    /**
     * Keeps others who change the money of a sale out until the commit: what they left can be read afterwards.
     *
     * @return the sale with that business key
     */
    public Optional<SaleView> lock(WorkspaceId workspaceId, Mode mode, String saleKey) {
        return rows.findLocked(workspaceId, mode, saleKey).map(Sale::view);
    }

    /**
     * Does the same with the sale of an id.
     *
     * @return what the merchant may refund of it
     * @throws IllegalArgumentException when the workspace has no such sale
     */
    public Refundable lock(WorkspaceId workspaceId, SaleId saleId) {
        return rows.locked(workspaceId, saleId.value()).refundable();
    }

    /** @return the total that the buyer paid, with tax, in minor units; 0 when that was not reported */
    public long paidTotal(WorkspaceId workspaceId, SaleId saleId) {
        return rows.get(workspaceId, saleId.value()).paidTotal;
    }

    /**
     * Brings the money of a sale to what Stripe says of it, or what the merchant has said if that is more: both report the
     * same money. Reported again, it changes nothing.
     *
     * @throws IllegalArgumentException when the workspace has no such sale
     */
    public SaleAdjusted adjust(WorkspaceId workspaceId, SaleId saleId, SaleChange change) {
        Sale sale = rows.locked(workspaceId, saleId.value());
        return adjust(sale, change.atLeast(sale.merchantTakenBack, sale.merchantRefunds));
    }

    /**
     * Takes a part of a sale back that the merchant says went back.
     *
     * @param part     of the whole sale
     * @param sourceId the merchant's name for the refund
     * @return what the merchant may still refund
     * @throws IllegalArgumentException when the workspace has no such sale
     */
    public Refundable refund(WorkspaceId workspaceId, SaleId saleId, Share part, String sourceId, Instant at) {
        Sale sale = rows.locked(workspaceId, saleId.value());
        sale.merchantTakenBack = sale.merchantTakenBack.plus(part);
        sale.merchantRefunds++;
        adjust(sale, new SaleChange(sale.merchantTakenBack, sale.merchantRefunds, sale.disputed,
                SaleChange.Kind.REFUND, sourceId, at));
        return sale.refundable();
    }

    private SaleAdjusted adjust(Sale sale, SaleChange known) {
        List<SaleEntryView> before = rows.entries(sale.id);
        SaleBalance balance = SaleBalance.of(before);
        long change = balance.missing(known.takenBack());
        int refunds = known.refunds() - balance.refunds();
        boolean moves = change != 0 || refunds != 0;
        if (!moves && known.takenBack().equals(sale.takenBack) && known.disputed() == sale.disputed) {
            return new SaleAdjusted(sale.view(), null, new Money(0, sale.currency), 0, known.at());
        }
        sale.takenBack = known.takenBack();
        sale.disputed = known.disputed();
        SaleEntry entry = moves ? rows.append(sale, before.size(),
                change > 0 ? SaleEntryView.Kind.REVERSAL : known.kind().entry(), known.sourceId(), change, refunds, known.at()) : null;
        SaleAdjusted event = new SaleAdjusted(sale.view(), entry == null ? null : entry.id,
                new Money(change, sale.currency), refunds, known.at());
        adjusted.fire(event);
        return event;
    }
}
