package org.conversions.account;

import java.time.Instant;

/**
 * A session as its person sees it.
 *
 * @param userAgent  the browser, as it names itself; null when it does not
 * @param network    the network that it was begun from
 * @param lastSeenAt to the minute
 */
public record SessionView(String id, String userAgent, String network, Instant createdAt, Instant lastSeenAt,
                          Instant expiresAt) {
}
