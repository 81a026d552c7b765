package org.conversions.link.folder;

/**
 * What a merchant says of a folder.
 *
 * @param description null for none
 */
public record FolderDraft(String name, String description) {

    /** Nothing said yet. */
    public static final FolderDraft EMPTY = new FolderDraft(null, null);
}
