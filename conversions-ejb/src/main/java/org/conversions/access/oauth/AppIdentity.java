package org.conversions.access.oauth;

import org.conversions.platform.id.WorkspaceId;

/** What an app may know about itself: whose consent it has, and for which workspace. */
public record AppIdentity(String personId, String personName, WorkspaceId workspaceId, String workspaceSlug, String workspaceName) {
}
