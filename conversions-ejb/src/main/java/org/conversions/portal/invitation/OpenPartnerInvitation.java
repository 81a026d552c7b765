package org.conversions.portal.invitation;

import org.conversions.portal.member.PartnerRole;

/**
 * An invitation as the one who holds its link sees it.
 *
 * @param personExists whether somebody has this email already, who signs in to accept
 */
public record OpenPartnerInvitation(String programName, String partnerName, String email, PartnerRole role, boolean personExists) {
}
