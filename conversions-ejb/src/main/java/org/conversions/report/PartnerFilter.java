package org.conversions.report;

/**
 * Which partners of a workspace are meant. What is null does not limit.
 *
 * @param search part of the name or the email, whatever its case
 */
public record PartnerFilter(String email, String tenantId, String status, String country, String search) {
}
