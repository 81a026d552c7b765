package org.conversions.click;

import java.time.Instant;

/** Where a click came from, as attribution needs it. @param country two capital letters, or empty when not known */
public record ClickOrigin(String clickId, String workspaceId, String linkId, Instant clickedAt, String country) {
}
