package org.conversions.portal.invitation;

import java.time.Instant;
import org.conversions.portal.member.PartnerRole;

/**
 * An invitation that can still be accepted.
 *
 * @param email     whose it is, in small letters
 * @param invitedBy the email of the person, or the name of the key, that made it; null for the program
 */
public record PartnerInvitationView(String id, String email, PartnerRole role, String invitedBy, Instant createdAt,
                                    Instant expiresAt) {
}
