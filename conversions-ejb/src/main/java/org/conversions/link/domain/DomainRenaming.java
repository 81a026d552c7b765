package org.conversions.link.domain;

import org.conversions.platform.id.WorkspaceId;

/** CDI event: a domain is about to get another name in the transaction that is under way. A room that has links on it refuses. */
public record DomainRenaming(WorkspaceId workspaceId, String slug) {
}
