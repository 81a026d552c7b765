package org.conversions.customer;

import org.conversions.workspace.Mode;

/**
 * Which customers are asked for; what is null does not filter.
 *
 * @param search a part of the name, email or external id
 */
public record CustomerFilter(String workspaceId, Mode mode, String email, String externalId, String search,
                             String country, String linkId, String partnerId) {
}
