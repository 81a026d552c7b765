package org.conversions.web.api.lead;

import static org.conversions.web.api.ListQuery.given;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.access.Area;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.deal.LeadDecision;
import org.conversions.partner.deal.LeadDecisions;
import org.conversions.partner.deal.SubmittedLeadDraft;
import org.conversions.partner.deal.SubmittedLeadView;
import org.conversions.partner.deal.SubmittedLeads;
import org.conversions.partner.deal.SubmittedStatus;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.platform.id.PartnerId;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.partner.PartnerApplicationsResource.FormAnswer;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The leads that partners submit: people whom they speak with, before any click shows it. */
@Path("leads/submitted")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submitted leads")
public class SubmittedLeadsResource {

    /**
     * A lead of a partner's.
     *
     * @param formData the answers to the program's questions
     */
    public record SubmittedLeadRequest(
            @Required String partnerId, @Required String name, @Required String email, String company,
            @Schema(implementation = FormAnswer[].class) JsonNode formData) {
    }

    /**
     * A change of the status.
     *
     * @param externalId       your own id of the person, with qualified and closedWon; by default the email, until another is known
     * @param saleAmount       what was sold, in minor units; with closedWon, unless stripeCustomerId says who pays for it
     * @param currency         of saleAmount; the workspace's by default
     * @param stripeCustomerId with closedWon: what this customer pays at Stripe is the partner's from then on
     * @param invoiceId        with saleAmount: the invoice at Stripe of the same sale, which is counted once then
     */
    public record SubmittedLeadChange(
            @Schema(enumeration = {"qualified", "meeting", "negotiation", "closedWon", "closedLost", "unqualified"})
            @Required String status, String externalId, Long saleAmount, String currency, String stripeCustomerId, String invoiceId) {

        private LeadDecision decision() {
            return new LeadDecision(status == null ? null : SubmittedLeadsResource.status(status), externalId, new LeadDecision.Won(saleAmount,
                    currency == null ? null : currency.toLowerCase(Locale.ROOT), stripeCustomerId, invoiceId));
        }
    }

    @Inject
    private SubmittedLeads leads;
    @Inject
    private LeadDecisions decisions;
    @Inject
    private Partners partners;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the leads that partners submitted, the newest first")
    public List<SubmittedLeadAnswer> list(@BeanParam ListQuery list, @QueryParam("partnerId") String partnerId,
                                          @QueryParam("status") String status, @QueryParam("search") String search) {
        List<SubmittedLeadView> found = leads.list(caller.workspaceId(), list.mode(caller), given(partnerId),
                given(status) == null ? null : status(status), given(search), list.page());
        Map<PartnerId, PartnerView> submitters = partners.byIds(caller.workspaceId(),
                found.stream().map(SubmittedLeadView::partnerId).collect(Collectors.toSet()));
        return found.stream().map(lead -> SubmittedLeadAnswer.of(lead, submitters.get(lead.partnerId()))).toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a lead that a partner submitted")
    public SubmittedLeadAnswer get(@PathParam("id") String id) {
        return answer(own(id));
    }

    @POST
    @Operation(summary = "Submit a lead for a partner",
            description = "While it is open, and once it is won, nobody else can submit the same email.")
    @APIResponseSchema(value = SubmittedLeadAnswer.class, responseCode = "201")
    public Response submit(SubmittedLeadRequest request) {
        SubmittedLeadView lead = leads.submit(caller.workspaceId(), caller.mode(), request.partnerId(),
                new SubmittedLeadDraft(request.name(), request.email(), request.company(), request.formData()));
        return Response.status(Response.Status.CREATED).entity(answer(lead)).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change the status of a submitted lead",
            description = "A qualified one is a lead of the partner's, named \"Qualified Lead\"; one that is won is a sale, named"
                    + " \"Closed Won\", and was a lead. The partner earns by both. closedWon, closedLost and unqualified are final. A"
                    + " customer whom another partner brought stays that one's: 409.")
    public SubmittedLeadAnswer change(@PathParam("id") String id, SubmittedLeadChange change) {
        return answer(decisions.decide(caller.workspaceId(), own(id).id(), change.decision()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Erase the person of a lead that became no customer, and end the deal",
            description = "The row stays, without name, email, company and answers. One who became a customer is erased with DELETE"
                    + " /customers/{id}.")
    public Deleted erase(@PathParam("id") String id) {
        decisions.erase(caller.workspaceId(), own(id).id());
        return new Deleted(id);
    }

    private SubmittedLeadView own(String id) {
        SubmittedLeadView lead = leads.get(caller.workspaceId(), id);
        if (!caller.reaches(lead.mode())) {
            throw SubmittedLeads.notFound();
        }
        return lead;
    }

    private SubmittedLeadAnswer answer(SubmittedLeadView lead) {
        return SubmittedLeadAnswer.of(lead, partners.byId(caller.workspaceId(), lead.partnerId().value()).orElseThrow());
    }

    private static SubmittedStatus status(String word) {
        return Word.find(SubmittedStatus.class, word).orElseThrow(() -> RequestRefused.unprocessable("field_value_unknown",
                "status: must be one of " + Stream.of(SubmittedStatus.values()).map(Word::text).collect(Collectors.joining(", "))));
    }
}
