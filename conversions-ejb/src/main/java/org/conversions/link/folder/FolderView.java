package org.conversions.link.folder;

import java.time.Instant;

/** A folder as other rooms see it. */
public record FolderView(String id, String name, String description, Instant createdAt, Instant updatedAt) {
}
