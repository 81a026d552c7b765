package org.conversions.sale;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.conversions.attribution.Attribution;
import org.conversions.attribution.Touch;
import org.conversions.customer.CustomerClick;
import org.conversions.workspace.AttributionModel;
import org.conversions.workspace.Workspaces;

/** Sets the click that a sale goes back to, by the model that the workspace had when it was paid. */
@Dependent
class SaleAttribution {

    @Inject
    private Workspaces workspaces;

    /** @return false when no click counts: a sale that has one keeps it */
    boolean decide(Sale sale, List<CustomerClick> clicks) {
        Optional<Attribution> attribution = find(sale, clicks);
        attribution.ifPresent(found -> {
            sale.linkId = found.touch().linkId();
            sale.clickId = found.touch().clickId();
            sale.clickCodeId = found.touch().codeId();
            sale.attribution = found.explanation();
        });
        return attribution.isPresent();
    }

    /** @return true when it goes back to another of the buyer's clicks than it says */
    boolean isAnother(Sale sale, List<CustomerClick> clicks) {
        return find(sale, clicks).filter(other -> !other.touch().clickId().equals(sale.clickId)).isPresent();
    }

    private Optional<Attribution> find(Sale sale, List<CustomerClick> clicks) {
        AttributionModel model = workspaces.get(sale.workspaceId).decidingAt(sale.paidAt).attributionModel();
        return Attribution.of(model, clicks.stream().map(Touch::of).toList(), sale.own(), sale.paidAt);
    }
}
