package org.conversions.stripe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.platform.Json;
import org.junit.jupiter.api.Test;

class MaskedPayloadTest {

    private static final String EVENT = """
            {"id": "evt_1", "data": {"object": {"id": "cs_1", "amount_total": 1200, "customer": "cus_1",
             "customer_details": {"email": "bea@buyers.example", "name": "Bea", "phone": null,
              "address": {"city": "Berlin", "country": "DE", "line1": "Main Street 1"}, "tax_exempt": "none"},
             "metadata": {"plan": "gold"}, "description": "Two chairs", "receipt_email": "bea@buyers.example",
             "hosted_invoice_url": "https://invoice.stripe.com/i/x", "customer_purchase_ip": "192.0.2.7",
             "custom_fields": [{"key": "nick", "text": {"value": "Bumblebee"}}]}}}""";

    @Test
    void whoTheBuyerIsIsMaskedAndTheRestIsThere() {
        JsonNode event = Json.read(EVENT);
        JsonNode masked = PersonalData.masked(event);
        assertThat(masked.toString()).doesNotContain("Bea", "bea@", "Berlin", "Main Street", "Bumblebee", "192.0.2.7", "invoice.stripe")
                .contains("cs_1", "1200", "cus_1", "gold", "Two chairs", "\"country\":\"DE\"", "none");
        assertThat(masked.at("/data/object/customer_details/phone").isNull()).isTrue();
        assertThat(masked.at("/data/object/customer_details/email").asText()).isEqualTo("•••");
        assertThat(event).as("the stored one stays").isEqualTo(Json.read(EVENT));
    }
}
