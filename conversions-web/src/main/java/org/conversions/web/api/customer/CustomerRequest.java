package org.conversions.web.api.customer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import org.conversions.customer.CustomerField;
import org.conversions.platform.RequestRefused;

/** The body that makes or changes a customer: what it does not name stays, what it names null is cleared. */
record CustomerRequest(JsonNode body) {

    /** @throws RequestRefused unprocessable for a body that is no object */
    CustomerRequest {
        if (!body.isObject()) {
            throw RequestRefused.unprocessable("body_malformed", "The body must be a JSON object.");
        }
    }

    /** @throws RequestRefused unprocessable, naming the field */
    Map<CustomerField, String> fields() {
        Map<CustomerField, String> fields = new EnumMap<>(CustomerField.class);
        for (CustomerField field : CustomerField.values()) {
            JsonNode value = body.get(field.text());
            if (value != null && !value.isNull() && !value.isTextual()) {
                throw RequestRefused.unprocessable("field_malformed", field.text() + ": must be a string");
            }
            if (value != null) {
                fields.put(field, field.checked(value.textValue()));
            }
        }
        return fields;
    }

    /** @throws RequestRefused unprocessable, also without an external id */
    Map<CustomerField, String> newFields() {
        if (!body.has(CustomerField.EXTERNAL_ID.text())) {
            throw RequestRefused.unprocessable("field_missing", "externalId: is required");
        }
        return fields();
    }
}
