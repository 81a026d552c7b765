package org.conversions.web.api.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
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
import org.conversions.partner.application.Applications;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the program asks applicants, and what it requires of them. */
@Path("program/application-form")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
public class ApplicationFormResource {

    /** The form that applicants fill in. */
    @Schema(name = "ApplicationFormFields")
    record ApplicationFormFields(
            @Schema(description = "At most 20 questions") @Required List<QuestionFields> fields,
            @Schema(description = "At most 2, which all have to be met") @Required List<RequirementFields> requirements) {
    }

    /** A question. */
    @Schema(name = "QuestionFields")
    public record QuestionFields(
            @Required String label,
            @Schema(enumeration = {"short-text", "long-text", "select", "multiple-choice", "website"}) @Required String type,
            boolean required,
            @Schema(description = "Of select and multiple-choice; left out of others") @JsonInclude(JsonInclude.Include.NON_NULL) List<String> options) {
    }

    /** A requirement. */
    @Schema(name = "RequirementFields")
    public record RequirementFields(
            @Schema(enumeration = {"country", "emailDomain"}) @Required String attribute,
            @Schema(enumeration = {"is", "is_not"}) @Required String operator,
            @Schema(description = "Countries in two capital letters, or domains such as acme.com and *.edu") @Required List<String> value) {
    }

    @Inject
    private Applications applications;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Read the form that applicants fill in")
    @APIResponseSchema(ApplicationFormFields.class)
    public JsonNode get() {
        return applications.form(caller.workspaceId()).json();
    }

    @PUT
    @Operation(summary = "Set the form that applicants fill in")
    @APIResponseSchema(ApplicationFormFields.class)
    public JsonNode change(@RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = ApplicationFormFields.class))) JsonNode body) {
        return applications.ask(caller.workspaceId(), ApplicationForm.read(body)).json();
    }
}
