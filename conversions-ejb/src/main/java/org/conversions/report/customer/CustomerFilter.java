package org.conversions.report.customer;

import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * The choice of customers; what is null does not filter.
 *
 * @param search    a part of the name, email or external id
 * @param linkId    a link that brought them
 * @param programId the program of a link that brought them
 * @param partnerId the partner of a link that brought them
 */
public record CustomerFilter(WorkspaceId workspaceId, Mode mode, String email, String externalId, String search,
                             String country, String linkId, String programId, String partnerId) {
}
