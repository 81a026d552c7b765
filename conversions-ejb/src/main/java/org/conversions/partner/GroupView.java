package org.conversions.partner;

import java.time.Instant;

/**
 * A group of partners.
 *
 * @param isDefault true for the one that partners are in who are given no other
 * @param partners  their number
 */
public record GroupView(String id, String programId, boolean isDefault, GroupDraft draft, long partners, Instant createdAt,
                        Instant updatedAt) {
}
