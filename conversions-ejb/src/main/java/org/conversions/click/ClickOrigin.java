package org.conversions.click;

import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** The part of a click that attribution needs. @param country two capital letters, or empty when not known */
public record ClickOrigin(String clickId, WorkspaceId workspaceId, String linkId, Instant clickedAt, String country) {
}
