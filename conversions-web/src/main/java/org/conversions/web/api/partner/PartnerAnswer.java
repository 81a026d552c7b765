package org.conversions.web.api.partner;

import java.time.Instant;
import java.util.List;
import org.conversions.partner.PartnerView;

/** A partner as the API shows it: every field that published clients read, what this server does not have as null. */
public record PartnerAnswer(
        String id, String name, String username, String companyName, String email, String image, String description,
        String country, String programId, String partnerId, String groupId, String tenantId, String status,
        String networkStatus, String defaultPayoutMethod, String paypalEmail, String stripeConnectId,
        Instant payoutsEnabledAt, Instant identityVerifiedAt, Instant createdAt, List<Object> links,
        long totalCommissions, long totalClicks, long totalLeads, long totalConversions, long totalSales,
        long totalSaleAmount, long netRevenue) {

    static PartnerAnswer of(PartnerView partner) {
        return new PartnerAnswer(partner.id(), partner.name(), partner.username(), null, partner.email(),
                partner.image(), partner.description(), partner.country(), partner.programId(), partner.id(), null,
                partner.tenantId(), partner.status(), "approved", null, null, null, null, null, partner.createdAt(),
                List.of(), 0, 0, 0, 0, 0, 0, 0);
    }
}
