package org.conversions.web.track;

import static org.conversions.web.track.TrackFields.required;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.customer.Credence;
import org.conversions.platform.RequestRefused;
import org.conversions.tracking.LeadRequest;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;

/**
 * The body of {@code POST /track/lead}, with the names that older clients send. An empty click id is
 * an absent one: scripts send it whenever there is no cookie.
 */
record LeadTrackRequest(
        String clickId, @Required String eventName,
        @Required @JsonAlias({"customerId", "externalId"}) String customerExternalId, String customerName,
        String customerEmail, String customerAvatar, String mode, Integer eventQuantity, JsonNode metadata) {

    private static final int QUANTITY_MAX = 100;

    /**
     * @throws RequestRefused unprocessable, naming the field
     */
    LeadRequest checked(Caller caller, Credence credence) {
        if (mode != null && !mode.matches("async|wait|deferred")) {
            throw RequestRefused.unprocessable("field_value_unknown", "mode: must be one of async, wait, deferred");
        }
        int quantity = eventQuantity == null ? 1 : eventQuantity;
        if (quantity < 1 || quantity > QUANTITY_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range",
                    "eventQuantity: must be from 1 to " + QUANTITY_MAX);
        }
        String event = required("eventName", eventName, TrackFields.EVENT_NAME_MAX);
        return new LeadRequest(caller.workspaceId(), caller.mode(),
                required("customerExternalId", customerExternalId, TrackFields.EXTERNAL_ID_MAX),
                TrackFields.details(customerName, customerEmail, customerAvatar),
                clickId == null || clickId.isBlank() ? null : clickId.strip(), event, "deferred".equals(mode),
                // A visitor is one person, whatever a page says.
                credence == Credence.UNVERIFIED ? 1 : quantity, TrackFields.metadata(metadata), credence);
    }
}
