package org.conversions.partner;

import java.time.Instant;

/** Whose figures a token of the embedded page shows, and until when: nothing else can be done with it. */
public record EmbedAccess(String workspaceId, String partnerId, Instant expires) {
}
