package org.conversions.link.domain;

/** CDI event: a workspace gives a domain up, with all that is on it, in the transaction that is under way. */
public record DomainReleased(String workspaceId, String slug) {
}
