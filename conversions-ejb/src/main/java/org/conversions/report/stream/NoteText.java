package org.conversions.report.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conversions.platform.id.WorkspaceId;

/** Writes what a transaction brought as the text of a note: {@code workspace=c<id>,s<id>;workspace=l<id>}. */
final class NoteText {

    /** Bounds a text, as the column does. */
    static final int LENGTH_MAX = 14_900;

    private NoteText() {
    }

    /** @return as few texts as hold all of them, each workspace's in their order */
    static List<String> write(Collection<StreamRef> refs) {
        Map<WorkspaceId, List<StreamRef>> groups = new LinkedHashMap<>();
        refs.forEach(ref -> groups.computeIfAbsent(ref.workspaceId(), workspace -> new ArrayList<>()).add(ref));
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        groups.forEach((workspace, group) -> {
            String head = workspace.value() + '=';
            boolean begun = false;
            for (StreamRef ref : group) {
                int length = 2 + ref.id().length() + (begun ? 0 : head.length());
                if (text.length() + length > LENGTH_MAX) {
                    texts.add(text.toString());
                    text.setLength(0);
                    begun = false;
                }
                text.append(begun ? "," : text.isEmpty() ? head : ';' + head).append(ref.kind().letter()).append(ref.id());
                begun = true;
            }
        });
        if (!text.isEmpty()) {
            texts.add(text.toString());
        }
        return texts;
    }

    /** @return what a text names, in an order that never changes */
    static List<StreamRef> read(String text) {
        List<StreamRef> refs = new ArrayList<>();
        if (text.isEmpty()) {
            return refs;
        }
        for (String group : text.split(";")) {
            int head = group.indexOf('=');
            WorkspaceId workspace = new WorkspaceId(group.substring(0, head));
            for (String ref : group.substring(head + 1).split(",")) {
                refs.add(new StreamRef(workspace, StreamKind.of(ref.charAt(0)), ref.substring(1)));
            }
        }
        return refs;
    }
}
