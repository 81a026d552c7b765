package org.conversions.partner;

import java.time.Instant;
import org.conversions.platform.id.PartnerId;

/** A partner in a program. */
public record PartnerView(PartnerId id, String programId, String email, String name, String username, String image,
                          String country, String description, String tenantId, String status, Instant createdAt) {
}
