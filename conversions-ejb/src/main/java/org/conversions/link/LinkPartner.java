package org.conversions.link;

import org.conversions.platform.id.PartnerId;

/**
 * The partner that a link credits. Partners belong to a later room, which vouches for it.
 *
 * @param tenantId the merchant's own id of the partner, or null
 */
public record LinkPartner(String programId, PartnerId partnerId, String tenantId) {
}
