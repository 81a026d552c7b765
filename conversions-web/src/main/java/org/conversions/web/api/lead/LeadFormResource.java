package org.conversions.web.api.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.partner.application.ApplicationForm;
import org.conversions.partner.deal.SubmittedLeads;
import org.conversions.web.api.partner.ApplicationFormResource.QuestionFields;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The program's questions about leads that partners submit. */
@Path("program/lead-form")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submitted leads")
public class LeadFormResource {

    /** The form that partners fill in for each lead. */
    @Schema(name = "LeadFormFields")
    public record LeadFormFields(@Schema(description = "At most 20 questions") @Required List<QuestionFields> fields) {
    }

    @Inject
    private SubmittedLeads leads;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Read the form that partners fill in for each lead")
    @APIResponseSchema(LeadFormFields.class)
    public JsonNode get() {
        return json(leads.form(caller.workspaceId()));
    }

    @PUT
    @Operation(summary = "Set the form that partners fill in for each lead")
    @APIResponseSchema(LeadFormFields.class)
    public JsonNode change(@RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = LeadFormFields.class))) JsonNode body) {
        return json(leads.ask(caller.workspaceId(), ApplicationForm.read(body)));
    }

    private static JsonNode json(ApplicationForm form) {
        ObjectNode json = form.json();
        json.remove("requirements");
        return json;
    }
}
