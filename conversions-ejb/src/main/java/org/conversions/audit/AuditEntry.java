package org.conversions.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An entry of the audit trail.
 *
 * @param action  a stable word, such as key_made
 * @param subject the id or name of what was changed; null where the action says it all
 * @param details what it was and is, without secrets
 * @param network the address or network of the request; null for work in the background
 */
public record AuditEntry(String id, Instant at, String action, By actor, String subject, JsonNode details, String network) {

    /** The one who did it. @param id null for the operator's token and the system */
    public record By(String kind, String id, String name) {
    }
}
