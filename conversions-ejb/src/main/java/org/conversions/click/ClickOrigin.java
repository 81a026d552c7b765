package org.conversions.click;

import java.time.Instant;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;

/** The part of a click that attribution needs. @param country two capital letters, or empty when not known */
public record ClickOrigin(ClickId clickId, WorkspaceId workspaceId, LinkId linkId, Instant clickedAt, String country) {
}
