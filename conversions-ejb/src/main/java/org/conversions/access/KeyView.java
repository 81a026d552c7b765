package org.conversions.access;

import java.time.Instant;
import java.util.Set;
import org.conversions.workspace.Mode;

/**
 * A key as it is listed, without the key.
 *
 * @param hint       its first eight and last four characters
 * @param expiresAt  null when it does not expire
 * @param lastUsedAt to the minute; null when it never was
 */
public record KeyView(String id, String name, KeyKind kind, Mode mode, String hint, Set<String> scopes, Instant expiresAt,
                      Instant lastUsedAt, Instant createdAt) {
}
