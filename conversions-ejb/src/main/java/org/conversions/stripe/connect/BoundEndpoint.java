package org.conversions.stripe.connect;

import java.util.List;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** The endpoint of one workspace, found by its token. @param signingSecrets in clear, to verify with */
public record BoundEndpoint(ConnectionId connectionId, WorkspaceId workspaceId, Mode mode, List<String> signingSecrets) {
}
