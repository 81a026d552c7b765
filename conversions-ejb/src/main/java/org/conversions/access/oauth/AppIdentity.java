package org.conversions.access.oauth;

/** What an app may know about itself: whose consent it has, and for which workspace. */
public record AppIdentity(String personId, String personName, String workspaceId, String workspaceSlug, String workspaceName) {
}
