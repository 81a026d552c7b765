package org.conversions.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.conversions.api.Errors;
import org.conversions.api.Merchant;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.Test;

/** The leads that a partner's people submit. */
class PortalLeadsIT {

    private final Api merchant = Merchant.of(PortalLeadsIT.class).api();
    private final String email = unique("kim-") + "@prospect.example";

    @Test
    void aPartnerSubmitsALeadSeesHowItGoesOnAndNobodyElses() {
        merchant.put("/api/program/lead-form", object("fields", List.of(object("label", "Budget", "type", "short-text")))).expect(200);
        String partnerId = PartnersPerson.enroll(merchant, "Pat");
        merchant.post("/api/partners/links", object("partnerId", partnerId, "url", "https://shop.example/")).expect(201);
        PartnersPerson pat = PartnersPerson.join(ConversionsServer.shared(), merchant, partnerId, "member");
        assertThat(pat.get("/leads/form").expect(200).at("/fields/0/label").asText()).isEqualTo("Budget");
        JsonNode lead = pat.post("/leads", object("name", "Kim", "email", email, "formData", List.of(object("label", "Budget", "value", "9"))))
                .expect(201);
        assertThat(lead.path("status").asText()).isEqualTo("pending");
        PartnersPerson other = PartnersPerson.join(ConversionsServer.shared(), merchant, PartnersPerson.enroll(merchant, "Alex"), "owner");
        assertThat(other.get("/leads").expect(200)).isEmpty();
        Api.Answer taken = other.post("/leads", object("name", "Kim", "email", email));
        Errors.isError(taken, 409);
        assertThat(taken.body()).doesNotContain(partnerId, lead.path("id").asText());
        Errors.isError(other.post("/leads", object("name", "Kim")), 422);

        merchant.patch("/api/leads/submitted/" + lead.path("id").asText(), object("status", "closedWon", "saleAmount", 700)).expect(200);
        assertThat(pat.get("/leads?status=closedWon").expect(200)).singleElement().satisfies(won -> {
            assertThat(won.path("saleAmount").asLong()).isEqualTo(700);
            assertThat(won.has("customerId")).isFalse();
        });
        merchant.post("/api/partners/ban", object("partnerId", partnerId, "reason", "fraud")).expect(200);
        Errors.isError(pat.post("/leads", object("name", "Lee", "email", unique("lee-") + "@prospect.example")), 403);
        assertThat(pat.get("/leads").expect(200)).hasSize(1);
    }
}
