package org.conversions.link;

/**
 * The partner that a link credits. Partners belong to a later room, which vouches for it.
 *
 * @param tenantId the merchant's own id of the partner, or null
 */
public record LinkPartner(String programId, String partnerId, String tenantId) {
}
