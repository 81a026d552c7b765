package org.conversions.link.folder;

import org.conversions.platform.id.WorkspaceId;

/** CDI event: a folder is deleted in the transaction that is under way. */
public record FolderDeleted(WorkspaceId workspaceId, String folderId) {
}
