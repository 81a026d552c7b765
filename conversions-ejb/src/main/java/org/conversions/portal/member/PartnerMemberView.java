package org.conversions.portal.member;

import java.time.Instant;
import org.conversions.account.PersonView;

/** A person of a partner. @param createdAt when the person joined */
public record PartnerMemberView(PersonView person, PartnerRole role, Instant createdAt) {
}
