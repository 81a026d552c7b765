package org.conversions.account.invitation;

import java.time.Instant;
import org.conversions.account.Role;

/**
 * An invitation that can still be accepted.
 *
 * @param email     whose it is, in small letters
 * @param invitedBy the email of the owner, or the name of the key, that made it; may be null
 */
public record InvitationView(String id, String email, Role role, String invitedBy, Instant createdAt, Instant expiresAt) {
}
