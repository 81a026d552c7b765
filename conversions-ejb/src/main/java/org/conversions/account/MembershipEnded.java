package org.conversions.account;

/**
 * Reports, in this transaction, that a person belongs to a workspace no more, or may do less there: what was granted in the
 * person's name ends.
 */
public record MembershipEnded(String workspaceId, String personId) {
}
