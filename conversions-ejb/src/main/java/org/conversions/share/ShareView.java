package org.conversions.share;

import java.time.Instant;
import org.conversions.overview.Author;

/**
 * A share as the members of the workspace see it. The token is known to those who were given the link.
 *
 * @param password whether a password is asked for
 * @param author   null for a key
 */
public record ShareView(String id, ShareDraft draft, boolean password, Author author, Instant createdAt) {
}
