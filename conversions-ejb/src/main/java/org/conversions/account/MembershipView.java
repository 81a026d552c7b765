package org.conversions.account;

/** A workspace that a person belongs to. */
public record MembershipView(String workspaceId, Role role) {
}
