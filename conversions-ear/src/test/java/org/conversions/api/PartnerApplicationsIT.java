package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications of people who want to become partners. */
@OnBothDatabases
class PartnerApplicationsIT {

    private static final String QUESTION = "Where will you recommend us?";

    private final Api api = Merchant.of(PartnerApplicationsIT.class).api();
    private final String email = unique("alex") + "@blog.example";

    @AfterEach
    void nothingIsAsked() {
        expect(200, api.put("/api/program/application-form", object()));
    }

    @Test
    void anApplicationIsHandedInAndApproved() {
        expect(200, api.patch("/api/program", object("url", "https://shop.example/")));
        expect(200, api.put("/api/program/application-form", object("fields", List.of(object("label", QUESTION, "type", "long-text",
                "required", true), object("label", "Readers", "type", "select", "options", List.of("few", "many"))),
                "requirements", List.of(object("attribute", "country", "operator", "is", "value", List.of("DE", "AT"))))));
        for (Map<String, Object> refused : List.of(object("formData", List.of()), object("formData", List.of(answer("Other", "x"))),
                object("formData", List.of(answer(QUESTION, "blog"), answer("Readers", "all"))), object("formData", "x"),
                object("formData", List.of(answer(QUESTION, "blog")), "country", "FR"), object("formData", List.of(answer(QUESTION, "blog")), "country", null))) {
            Map<String, Object> body = object("email", email, "country", "AT");
            body.putAll(refused);
            Errors.isError(api.post("/api/partners/applications", body), 422);
        }
        JsonNode made = apply("formData", List.of(answer("Readers", "many"), answer(QUESTION, "On my blog")));
        assertThat(made.path("status").asText()).isEqualTo("pending");
        assertThat(made.path("applicationFormData").findValuesAsText("value")).containsExactly("On my blog", "many");
        String id = made.path("partner").path("id").asText();
        assertThat(expect(200, api.get("/api/partners/" + id)).path("status").asText()).isEqualTo("pending");
        Errors.isError(api.post("/api/partners/links", object("partnerId", id, "url", "https://shop.example/")), 409);
        Errors.isError(api.post("/api/partners/applications", object("email", email, "country", "AT", "formData", List.of(answer(QUESTION, "x")))), 409);
        assertThat(expect(200, api.get("/api/partners/applications?partnerId=" + id + "&status=pending"))).containsExactly(made);

        assertThat(expect(200, api.post("/api/partners/applications/approve", object("partnerId", id))).path("partnerId").asText()).isEqualTo(id);
        JsonNode partner = expect(200, api.get("/api/partners/" + id));
        assertThat(partner.path("status").asText()).isEqualTo("approved");
        assertThat(partner.path("links")).hasSize(1);
        assertThat(expect(200, api.get("/api/partners/applications?partnerId=" + id + "&status=pending"))).isEmpty();
        Errors.isError(api.post("/api/partners/applications/approve", object("partnerId", id)), 400);
        Errors.isError(api.post("/api/partners/applications/approve", object("partnerId", "pn_unknown")), 404);
    }

    @Test
    void whoIsRejectedMayApplyAgainAsItWasSaid() {
        String id = apply().path("partner").path("id").asText();
        Errors.isError(api.post("/api/partners/applications/reject", object("partnerId", id, "rejectionReason", "mood")), 422);
        expect(200, api.post("/api/partners/applications/reject", object("partnerId", id, "rejectionReason", "needsMoreDetail",
                "rejectionNote", "Tell us more.", "reapplicationTimeframe", "instant")));
        assertThat(expect(200, api.get("/api/partners/" + id)).path("status").asText()).isEqualTo("rejected");
        assertThat(apply().path("partner").path("id").asText()).isEqualTo(id);
        expect(200, api.post("/api/partners/applications/reject", object("partnerId", id)));
        Answer early = api.post("/api/partners/applications", object("email", email));
        Errors.isError(early, 409);
        assertThat(early.body()).contains("may apply again from 20");
        List<String> statuses = expect(200, api.get("/api/partners/applications?partnerId=" + id)).findValuesAsText("rejectionReason");
        assertThat(statuses).containsExactly("null", "needsMoreDetail");
    }

    @Test
    void aGroupThatTakesEverybodyTakesAtOnceAndManyAtOnceAreOne() {
        String group = expect(201, api.post("/api/groups", object("name", unique("Open "), "autoApprove", true, "linkDefaults",
                object("urls", List.of("https://shop.example/open"))))).path("id").asText();
        JsonNode made = apply("groupId", group);
        assertThat(made.path("status").asText()).isEqualTo("approved");
        JsonNode partner = expect(200, api.get("/api/partners/" + made.path("partner").path("id").asText()));
        assertThat(partner.path("status").asText()).isEqualTo("approved");
        assertThat(partner.path("groupId").asText()).isEqualTo(group);
        assertThat(partner.path("links")).hasSize(1);
        String other = "other-" + email;
        List<Callable<Integer>> many = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            many.add(() -> api.post("/api/partners/applications", object("email", other)).status());
        }
        assertThat(AtOnce.all(many)).containsOnlyOnce(201).filteredOn(status -> status != 201).containsOnly(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"fields\":{}}", "{\"fields\":[{\"label\":\"a\"}]}", "{\"fields\":[{\"label\":\"\",\"type\":\"short-text\"}]}",
        "{\"fields\":[{\"label\":\"a\",\"type\":\"select\"}]}", "{\"fields\":[{\"label\":\"a\",\"type\":\"short-text\",\"options\":[\"b\"]}]}",
        "{\"fields\":[{\"label\":\"a\",\"type\":\"short-text\"},{\"label\":\"a\",\"type\":\"short-text\"}]}",
        "{\"requirements\":[{\"attribute\":\"age\",\"operator\":\"is\",\"value\":[\"x\"]}]}",
        "{\"requirements\":[{\"attribute\":\"country\",\"operator\":\"is\",\"value\":[\"Germany\"]}]}",
        "{\"requirements\":[{\"attribute\":\"country\",\"operator\":\"is\",\"value\":[]}]}"})
    void aFormThatCannotBeIsRefused(String form) {
        Errors.isError(api.put("/api/program/application-form", form), 422);
    }

    private JsonNode apply(Object... fields) {
        Map<String, Object> body = object("email", email, "name", "Alex", "country", "AT");
        body.putAll(object(fields));
        return expect(201, api.post("/api/partners/applications", body));
    }

    private static Map<String, Object> answer(String label, String value) {
        return object("label", label, "value", value);
    }
}
