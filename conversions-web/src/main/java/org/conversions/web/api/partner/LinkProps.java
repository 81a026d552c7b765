package org.conversions.web.api.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;

/**
 * The properties of a partner's link, beside the partner whom it credits.
 *
 * @param given as for other links; null for nothing
 */
record LinkProps(JsonNode given) {

    private static final List<String> OF_THE_PARTNER = List.of("partnerId", "programId");

    /** @throws RequestRefused unprocessable for what is no object, and for what would make it no link of the partner */
    LinkProps {
        if (given != null && !given.isNull()) {
            if (!given.isObject()) {
                throw RequestRefused.unprocessable("field_malformed", "linkProps: must be an object");
            }
            OF_THE_PARTNER.stream().filter(given::hasNonNull).findFirst().ifPresent(field -> {
                throw RequestRefused.unprocessable("field_not_allowed",
                        "linkProps." + field + ": a partner's link has that of the partner, who"
                        + " is named beside linkProps");
            });
            if (given.path("trackConversion").isBoolean() && !given.path("trackConversion").booleanValue()) {
                throw RequestRefused.unprocessable("field_not_allowed",
                        "linkProps.trackConversion: a partner's link always tracks conversions");
            }
        }
    }

    boolean isGiven() {
        return given != null && given.isObject();
    }

    /** @return everything that is said of the link, as one body to be added to */
    ObjectNode body() {
        return isGiven() ? given.deepCopy() : Json.MAPPER.createObjectNode();
    }

    /**
     * @param tenantId the partner's, or null
     * @throws RequestRefused unprocessable for the tenant id of another partner
     */
    void checkTenant(String tenantId) {
        if (isGiven() && given.hasNonNull("tenantId") && !given.path("tenantId").asText().equals(tenantId)) {
            throw RequestRefused.unprocessable("field_not_allowed",
                    "linkProps.tenantId: a partner's link has that of the partner");
        }
    }
}
