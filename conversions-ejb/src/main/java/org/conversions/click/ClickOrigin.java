package org.conversions.click;

import java.time.Instant;

/** The part of a click that attribution needs. @param country two capital letters, or empty when not known */
public record ClickOrigin(String clickId, String workspaceId, String linkId, Instant clickedAt, String country) {
}
