package org.conversions.web.api.partner;

import static org.conversions.web.api.ListQuery.given;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.RequestRefused;
import org.conversions.web.security.Caller;

/** Finds the partner that a request names by its id or by the merchant's own. */
@RequestScoped
public class NamedPartners {

    @Inject
    private Partners partners;
    @Inject
    private Caller caller;

    /** @param partnerId it wins over the other @throws RequestRefused unprocessable for neither; not found */
    PartnerView partner(String partnerId, String tenantId) {
        if (given(partnerId) == null && given(tenantId) == null) {
            throw RequestRefused.unprocessable("field_missing", "partnerId: name the partner by partnerId or tenantId");
        }
        return (given(partnerId) != null
                ? partners.byId(caller.workspaceId(), partnerId)
                : partners.byTenantId(caller.workspaceId(), tenantId)).orElseThrow(Partners::notFound);
    }
}
