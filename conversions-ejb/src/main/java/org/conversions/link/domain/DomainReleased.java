package org.conversions.link.domain;

import org.conversions.platform.id.WorkspaceId;

/** CDI event: a workspace gives a domain up, with all that is on it, in the transaction that is under way. */
public record DomainReleased(WorkspaceId workspaceId, String slug) {
}
