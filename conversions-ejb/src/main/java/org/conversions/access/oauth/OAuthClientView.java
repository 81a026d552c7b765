package org.conversions.access.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.conversions.platform.id.WorkspaceId;

/**
 * An app, without its secret.
 *
 * @param id           also what it calls itself in requests
 * @param workspaceId  whose it is, and for which alone it may ask; null for an app of the server, which may ask for each
 * @param redirectUris where people may be sent back to
 * @param confidential whether it has a secret
 * @param scopes       the most that it may ask for
 */
public record OAuthClientView(String id, WorkspaceId workspaceId, String name, String developer, List<String> redirectUris,
                              boolean confidential, Set<String> scopes, Instant createdAt) {
}
