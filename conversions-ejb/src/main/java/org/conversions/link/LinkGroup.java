package org.conversions.link;

import org.conversions.platform.Word;

/** The property that links are counted by. */
public enum LinkGroup implements Word {
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
    @Override
    public String text() {
        return text;
    }
}
