package org.conversions.link;

/**
 * Which links of a workspace are meant. What is null does not limit.
 *
 * @param search       part of the key or of the destination, whatever its case
 * @param showArchived whether archived links are among them
 */
public record LinkFilter(String domain, String tenantId, String partnerId, String search, boolean showArchived) {
}
