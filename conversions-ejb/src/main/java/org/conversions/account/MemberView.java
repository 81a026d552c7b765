package org.conversions.account;

import java.time.Instant;

/** A person as a member of a workspace. @param createdAt when the membership began */
public record MemberView(PersonView person, Role role, Instant createdAt) {
}
