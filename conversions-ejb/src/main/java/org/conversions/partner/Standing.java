package org.conversions.partner;

/** The place of a partner in a program, as it stands or stood. Pure. */
public record Standing(EnrollmentStatus status, String groupId) {
}
