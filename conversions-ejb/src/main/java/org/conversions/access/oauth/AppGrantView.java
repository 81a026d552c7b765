package org.conversions.access.oauth;

import java.time.Instant;
import java.util.Set;

/**
 * What an app was granted, as the owners of the workspace see it.
 *
 * @param personEmail whose consent it was
 * @param lastUsedAt  to the minute
 */
public record AppGrantView(String id, OAuthClientView client, String personEmail, Set<String> scopes, Instant createdAt,
                           Instant lastUsedAt) {
}
