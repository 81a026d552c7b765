package org.conversions.web.api.portal;

import static org.conversions.web.api.ListQuery.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.partner.deal.SubmittedLeadDraft;
import org.conversions.partner.deal.SubmittedLeadView;
import org.conversions.partner.deal.SubmittedLeads;
import org.conversions.partner.deal.SubmittedStatus;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.lead.LeadFormResource.LeadFormFields;
import org.conversions.web.api.partner.PartnerApplicationsResource.FormAnswer;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The leads that a partner submitted, for the partner. */
@Path("portal/{partnerId}/leads")
@RequestScoped
@BodyMax(64 * 1024)
@OfPartner
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalLeadsResource {

    /**
     * A lead of the partner's.
     *
     * @param formData the answers to the program's questions
     */
    public record PortalLeadRequest(@Required String name, @Required String email, String company,
                                    @Schema(implementation = FormAnswer[].class) JsonNode formData) {
    }

    /**
     * A lead as its partner sees it. Name, email, company and answers are null once the person was erased.
     *
     * @param status     pending, qualified, meeting, negotiation, closedWon, closedLost or unqualified
     * @param saleAmount what it was won by, in minor units of {@code currency}; null for nothing yet
     */
    public record PortalLead(@Required String id, @Required String status, String name, String email, String company,
                             List<FormAnswer> formData, Long saleAmount, String currency, @Required Instant createdAt,
                             @Required Instant updatedAt) {

        static PortalLead of(SubmittedLeadView lead) {
            SubmittedLeadView.Person person = lead.person();
            SubmittedLeadView.ClosedSale sale = lead.sale();
            return new PortalLead(lead.id(), lead.status().text(), person == null ? null : person.name(),
                    person == null ? null : person.email(), person == null ? null : person.company(), person == null ? null
                    : person.answers().stream().map(answer -> new FormAnswer(answer.label(), answer.value())).toList(),
                    sale == null ? null : sale.amount().minor(), sale == null ? null : sale.amount().currency(), lead.createdAt(),
                    lead.updatedAt());
        }
    }

    @Inject
    private SubmittedLeads leads;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the leads that the partner submitted, the newest first")
    public List<PortalLead> list(@PathParam("partnerId") String partnerId, @BeanParam ListQuery list,
                                 @QueryParam("status") String status, @QueryParam("search") String search) {
        return leads.list(caller.workspaceId(), list.mode(caller), caller.atPartner(partnerId).partnerId().value(),
                given(status) == null ? null : status(status), given(search), list.page()).stream().map(PortalLead::of).toList();
    }

    @GET
    @Path("form")
    @Operation(summary = "Read the questions of the program about each lead")
    @APIResponseSchema(LeadFormFields.class)
    public JsonNode form(@PathParam("partnerId") String partnerId) {
        caller.atPartner(partnerId);
        ObjectNode form = leads.form(caller.workspaceId()).json();
        form.remove("requirements");
        return form;
    }

    @POST
    @Operation(summary = "Submit a lead", description = "While it is open, and once it is won, nobody else can submit the same email.")
    @APIResponseSchema(value = PortalLead.class, responseCode = "201")
    public Response submit(@PathParam("partnerId") String partnerId, PortalLeadRequest request) {
        SubmittedLeadView lead = leads.submit(caller.workspaceId(), caller.mode(), caller.atPartner(partnerId).partnerId().value(),
                new SubmittedLeadDraft(request.name(), request.email(), request.company(), request.formData()));
        return Response.status(Response.Status.CREATED).entity(PortalLead.of(lead)).build();
    }

    private static SubmittedStatus status(String word) {
        return Word.find(SubmittedStatus.class, word).orElseThrow(() -> RequestRefused.unprocessable("field_value_unknown",
                "status: must be one of " + Stream.of(SubmittedStatus.values()).map(Word::text).collect(Collectors.joining(", "))));
    }
}
