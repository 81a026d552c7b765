package org.conversions.link;

import java.util.Optional;
import java.util.stream.Stream;

/** What links can be counted by. */
public enum LinkGroup {
    DOMAIN("domain", "l.domain"), TAG("tagId", "t.tagId"), FOLDER("folderId", "l.folderId");

    /** A value and how many links have it. @param value null for links without one */
    public record Count(String value, long links) {
    }

    private final String text;
    final String column;

    LinkGroup(String text, String column) {
        this.text = text;
        this.column = column;
    }

    /** @return the name in the API */
    public String text() {
        return text;
    }

    public static Optional<LinkGroup> of(String text) {
        return Stream.of(values()).filter(group -> group.text.equals(text)).findFirst();
    }
}
