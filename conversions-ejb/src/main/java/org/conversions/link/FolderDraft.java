package org.conversions.link;

/**
 * What a merchant says of a folder.
 *
 * @param description null for none
 * @param accessLevel {@code write}, {@code read} or null. It is kept for clients: whoever has a key has all folders
 */
public record FolderDraft(String name, String description, String accessLevel) {

    /** Nothing said yet. */
    public static final FolderDraft EMPTY = new FolderDraft(null, null, "write");
}
