package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conversions.commission.CommissionView;
import org.conversions.commission.EntryView;
import org.conversions.commission.PayoutPartList;
import org.conversions.customer.Customers;
import org.conversions.payout.CommissionHistory;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.PastTerms;
import org.conversions.reward.RewardView;
import org.conversions.web.api.partner.RewardsResource.RewardAnswer;
import org.conversions.web.security.Caller;

/** Shows commissions to the partner who earns them, with their histories, in as many questions for a hundred as for one. */
@RequestScoped
class PortalCommissions {

    @Inject
    private CommissionHistory history;
    @Inject
    private PayoutPartList parts;
    @Inject
    private PastTerms terms;
    @Inject
    private Customers customers;
    @Inject
    private PortalCustomers shown;
    @Inject
    private Caller caller;

    List<PortalCommission> of(PartnerId partnerId, List<CommissionView> found) {
        WorkspaceId workspace = caller.workspaceId();
        List<String> ids = found.stream().map(CommissionView::id).toList();
        Map<String, List<EntryView>> entries = history.of(workspace, ids);
        Map<String, String> payouts = parts.lastPayouts(workspace, ids);
        Map<String, RewardView> promised = terms.of(workspace, found.stream().map(CommissionView::termsId)
                .filter(Objects::nonNull).distinct().toList());
        List<CustomerId> buyers = found.stream().map(view -> view.subject().customerId()).filter(Objects::nonNull).distinct().toList();
        Map<String, PortalCustomer> buying = shown.byIds(partnerId, List.copyOf(customers.byIds(workspace, buyers).values()));
        return found.stream().map(view -> PortalCommission.of(view,
                promised.containsKey(view.termsId()) ? RewardAnswer.of(promised.get(view.termsId()), view.currency()) : null, payouts.get(view.id()),
                view.subject().customerId() == null ? null : buying.get(view.subject().customerId().value()),
                entries.getOrDefault(view.id(), List.of()))).toList();
    }
}
