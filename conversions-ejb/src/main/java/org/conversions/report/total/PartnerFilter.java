package org.conversions.report.total;

/**
 * The choice of partners of a workspace. What is null does not limit.
 *
 * @param search part of the name or the email, whatever its case
 */
public record PartnerFilter(String email, String tenantId, String status, String country, String search,
                            String groupId, String tagId) {
}
