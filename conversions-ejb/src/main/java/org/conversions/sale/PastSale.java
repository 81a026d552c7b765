package org.conversions.sale;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.SaleId;

/**
 * A sale as it counts among those of a buyer. Pure.
 *
 * @param changes what happened to its money, if any of it ever went back; else empty
 */
public record PastSale(SaleId id, LinkId linkId, Instant paidAt, List<Change> changes) {

    static final Comparator<PastSale> IN_ORDER =
            Comparator.comparing(PastSale::paidAt).thenComparing(sale -> sale.id().value());

    /** @param amount minor units, negative for what went back */
    public record Change(Instant at, long amount) {
    }

    /** @return true unless all of its money had gone back by then, so that it was as if it had never been */
    public boolean countsAt(Instant at) {
        return changes.isEmpty() || changes.stream().filter(change -> !change.at().isAfter(at)).mapToLong(Change::amount).sum() != 0;
    }

    /** @return true when it was paid before another one; at the same moment the ids decide */
    public boolean isBefore(SaleId otherId, Instant otherPaidAt) {
        int order = paidAt.compareTo(otherPaidAt);
        return order < 0 || order == 0 && id.value().compareTo(otherId.value()) < 0;
    }
}
