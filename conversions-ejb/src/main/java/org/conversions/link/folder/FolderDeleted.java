package org.conversions.link.folder;

/** CDI event: a folder is deleted in the transaction that is under way. */
public record FolderDeleted(String workspaceId, String folderId) {
}
