package org.conversions.web.api.payout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.conversions.access.Area;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.payout.PayoutView;
import org.conversions.platform.id.PartnerId;
import org.conversions.web.security.Caller;

/** Shows payouts with their partners. */
@RequestScoped
class PayoutAnswers {

    @Inject
    private Partners partners;
    @Inject
    private Caller caller;

    List<PayoutAnswer> of(List<PayoutView> payouts) {
        Map<PartnerId, PartnerView> paid = partners.byIds(caller.workspaceId(),
                payouts.stream().map(PayoutView::partnerId).distinct().toList());
        boolean emails = caller.mayRead(Area.PARTNERS);
        return payouts.stream().map(payout -> PayoutAnswer.of(payout, paid.get(payout.partnerId()), emails)).toList();
    }
}
