package org.conversions.link;

/**
 * Whom a link credits. Who a partner is, later rooms know: they vouch for it.
 *
 * @param tenantId the merchant's own id of the partner, or null
 */
public record LinkPartner(String programId, String partnerId, String tenantId) {
}
