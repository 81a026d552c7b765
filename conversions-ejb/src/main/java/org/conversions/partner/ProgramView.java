package org.conversions.partner;

import java.time.Instant;

/**
 * The program of a workspace.
 *
 * @param url where the links of partners lead that name no address; null for nowhere
 */
public record ProgramView(String id, String name, String url, Instant createdAt) {
}
