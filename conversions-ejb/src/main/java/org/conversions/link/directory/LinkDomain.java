package org.conversions.link.directory;

import org.conversions.platform.id.WorkspaceId;

/**
 * A host that short links live on. What is null is not set.
 *
 * @param slug        host and, for the server's own, port
 * @param workspaceId whose it is; null for the server's own domain, which all workspaces share
 * @param expiredUrl  where its expired links lead that name no address themselves
 * @param notFoundUrl where an address without a link leads
 */
public record LinkDomain(String slug, WorkspaceId workspaceId, String expiredUrl, String notFoundUrl, String assetLinks,
                         String appleAppSiteAssociation) {
}
