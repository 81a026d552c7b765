package org.conversions.web.track;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.conversions.conversion.LeadRequest;
import org.conversions.platform.RequestRefused;

/**
 * The body of {@code POST /track/lead} (clients.md 1.5), with the names that older clients send. An empty click id is
 * an absent one: scripts send it whenever there is no cookie.
 */
record LeadTrackRequest(String clickId, String eventName,
                        @JsonAlias({"customerId", "externalId"}) String customerExternalId, String customerName,
                        String customerEmail, String customerAvatar, String mode, Integer eventQuantity,
                        JsonNode metadata) {

    private static final int EVENT_NAME_MAX = 255;
    private static final int EXTERNAL_ID_MAX = 100;
    private static final int PERSON_MAX = 100;
    private static final int AVATAR_MAX = 2_000;
    private static final int QUANTITY_MAX = 100;
    private static final int METADATA_MAX = 10_000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    /** @throws RequestRefused unprocessable, naming the field */
    LeadRequest checked(String workspaceId) {
        String email = optional("customerEmail", customerEmail, PERSON_MAX);
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw RequestRefused.unprocessable("customerEmail: must be an email address");
        }
        if (mode != null && !mode.matches("async|wait|deferred")) {
            throw RequestRefused.unprocessable("mode: must be one of async, wait, deferred");
        }
        int quantity = eventQuantity == null ? 1 : eventQuantity;
        if (quantity < 1 || quantity > QUANTITY_MAX) {
            throw RequestRefused.unprocessable("eventQuantity: must be from 1 to " + QUANTITY_MAX);
        }
        return new LeadRequest(workspaceId, clickId == null || clickId.isBlank() ? null : clickId.strip(),
                required("eventName", eventName, EVENT_NAME_MAX),
                required("customerExternalId", customerExternalId, EXTERNAL_ID_MAX),
                optional("customerName", customerName, PERSON_MAX), email,
                optional("customerAvatar", customerAvatar, AVATAR_MAX), "deferred".equals(mode), quantity,
                metadataText());
    }

    private String metadataText() {
        if (metadata == null || metadata.isNull()) {
            return null;
        }
        String text = metadata.toString();
        if (!metadata.isObject() || text.length() > METADATA_MAX) {
            throw RequestRefused.unprocessable("metadata: must be an object of at most " + METADATA_MAX
                    + " characters");
        }
        return text;
    }

    private static String required(String name, String value, int max) {
        String given = optional(name, value, max);
        if (given == null) {
            throw RequestRefused.unprocessable(name + ": is required");
        }
        return given;
    }

    private static String optional(String name, String value, int max) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > max) {
            throw RequestRefused.unprocessable(name + ": must have at most " + max + " characters");
        }
        return value.strip();
    }
}
