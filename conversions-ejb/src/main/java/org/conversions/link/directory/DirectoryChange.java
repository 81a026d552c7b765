package org.conversions.link.directory;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says which of the directory's entries are no longer what they were.
 *
 * @param kind of what
 * @param name the domain of a link, the domain, or the id of the workspace
 * @param key  the key of a link, otherwise empty
 */
public record DirectoryChange(Kind kind, String name, String key) {

    /** The kinds of what changes. The words are stored. */
    public enum Kind { LINK, DOMAIN, WORKSPACE }

    static DirectoryChange ofLink(String domain, String key) {
        return new DirectoryChange(Kind.LINK, domain, key);
    }

    static DirectoryChange ofDomain(String slug) {
        return new DirectoryChange(Kind.DOMAIN, slug, "");
    }

    static DirectoryChange ofWorkspace(String id) {
        return new DirectoryChange(Kind.WORKSPACE, id, "");
    }

    /** @return a line for each; neither names nor keys have spaces */
    static String text(List<DirectoryChange> changes) {
        return changes.stream().distinct().map(change -> change.kind + " " + change.name + " " + change.key)
                .collect(Collectors.joining("\n"));
    }

    static List<DirectoryChange> of(String text) {
        Function<String[], DirectoryChange> read = parts -> new DirectoryChange(Kind.valueOf(parts[0]), parts[1], parts[2]);
        return text.lines().map(line -> line.split(" ", -1)).map(read).toList();
    }
}
