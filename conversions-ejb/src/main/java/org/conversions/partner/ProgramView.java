package org.conversions.partner;

import java.time.Instant;

/**
 * The program of a workspace.
 *
 * @param url the address of partners' links that name none; null for none
 */
public record ProgramView(String id, String name, String url, Instant createdAt) {
}
