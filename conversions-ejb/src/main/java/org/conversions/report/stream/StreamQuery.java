package org.conversions.report.stream;

import java.util.Set;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * What a reader of the stream wants.
 *
 * @param kinds      none for all
 * @param linkId     null for any, as the next two
 * @param recent     how many of the newest events come first when the reader has no position
 * @param position   the id of the last event that the reader has, null for none
 */
public record StreamQuery(WorkspaceId workspaceId, Mode mode, Set<StreamKind> kinds, String linkId, String partnerId,
                          String customerId, int recent, String position) {

    /** Bounds {@link #recent}. */
    public static final int RECENT_MAX = 100;

    boolean wants(StreamKind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    /** @return whether nothing but the kinds is chosen */
    boolean takesAll() {
        return linkId == null && partnerId == null && customerId == null;
    }

    /** Clicks have no mode, and are seen in each. */
    boolean takes(StreamEvent event) {
        return wants(event.kind()) && (event.mode() == null || event.mode() == mode)
                && (linkId == null || event.link() != null && linkId.equals(event.link().id()))
                && (partnerId == null || event.partner() != null && partnerId.equals(event.partner().id()))
                && (customerId == null || event.customer() != null && customerId.equals(event.customer().id()));
    }
}
