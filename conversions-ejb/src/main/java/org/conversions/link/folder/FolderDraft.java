package org.conversions.link.folder;

/**
 * The merchant's description of a folder.
 *
 * @param description null for none
 */
public record FolderDraft(String name, String description) {

    /** An empty draft. */
    public static final FolderDraft EMPTY = new FolderDraft(null, null);
}
