package org.conversions.stripe.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.conversions.partner.CommissionBase;
import org.conversions.reward.Credit;
import org.conversions.reward.RewardsInForce;
import org.conversions.sale.SaleRecorded;
import org.conversions.sale.SaleView;
import org.conversions.sale.Sales;
import org.conversions.stripe.api.StripeFees;

/**
 * Has Stripe asked what it kept of the payments of a sale, where the partner's part is of what is left. Until it has answered, and
 * where no key can ask, the partner's part is of the whole sale.
 */
@ApplicationScoped
class FeeQuestions {

    private static final String ABOUT = "fee/";
    private static final int NAME_MAX = 255;

    @Inject
    private RewardsInForce rewards;
    @Inject
    private Sales sales;
    @Inject
    private Lookups lookups;

    void ask(@Observes SaleRecorded event) {
        SaleView sale = event.sale();
        if (StripeFees.areOf(sale.saleKey()) && ABOUT.length() + sale.saleKey().length() <= NAME_MAX
                && rewards.forSales(sale.workspaceId(), List.of(sale.linkId())).at(sale.linkId(), sale.paidAt()) instanceof Credit credit
                && credit.base() == CommissionBase.NET_WITHOUT_FEES && credit.terms().sharesTheSale()) {
            sales.connection(sale.workspaceId(), sale.id()).ifPresent(connection -> lookups.wanted(sale.workspaceId(), sale.mode(),
                    connection, new LookupSubject(LookupKind.FEE, ABOUT + sale.saleKey())));
        }
    }

    /** @param objectId of a lookup @return the business key of the sale that it is about */
    static String saleKey(String objectId) {
        return objectId.substring(ABOUT.length());
    }
}
