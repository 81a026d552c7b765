package org.conversions.sale;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerClicked;
import org.conversions.customer.Customers;
import org.conversions.customer.CustomersMerged;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;

/** Attributes sales anew when another click of their buyer becomes known, or who the buyer is. */
@Stateless
public class Reattribution {

    @Inject
    private Customers customers;
    @Inject
    private SaleRows rows;
    @Inject
    private SaleAttribution attribution;
    @Inject
    private SaleKinds kinds;

    /** Attributes the buyer's sales anew: another click may be the one that they go back to. */
    public void reattribute(@Observes CustomerClicked event) {
        reattribute(event.customerId(), event.clickedAt());
    }

    /** Gives what the buyer with the placeholder bought to the known one. */
    public void move(@Observes CustomersMerged event) {
        CustomerId into = event.into().id();
        Set<LinkId> links = new TreeSet<>();
        for (Sale sale : rows.of(event.from())) {
            SaleView before = rows.locked(sale.workspaceId, sale.id).view();
            sale.customerId = into;
            attribution.decide(sale, customers.clicksOf(into));
            kinds.decide(sale);
            corrected(sale, before);
            links.addAll(List.of(before.linkId(), sale.linkId));
        }
        if (event.clickedAt() != null) {
            reattribute(into, event.clickedAt());
        }
        if (customers.lastSaleReportedAt(into) != null) {
            kinds.settleAll(into, links);
        }
    }

    /** @param clickedAt when a click was made that has become known: a sale that was paid before cannot go back to it */
    private void reattribute(CustomerId customerId, Instant clickedAt) {
        List<CustomerClick> clicks = null;
        for (Sale sale : rows.of(customerId, clickedAt.truncatedTo(ChronoUnit.SECONDS))) {
            clicks = clicks == null ? customers.clicksOf(customerId) : clicks;
            if (attribution.isAnother(sale, clicks)) {
                SaleView before = rows.locked(sale.workspaceId, sale.id).view();
                attribution.decide(sale, clicks);
                kinds.decide(sale);
                corrected(sale, before);
                kinds.settle(before, sale);
            }
        }
    }

    /** Fires a correction that leaves the money alone: the entries before are those after. */
    private void corrected(Sale sale, SaleView before) {
        rows.corrected(sale, before, rows.entries(sale.id));
    }
}
