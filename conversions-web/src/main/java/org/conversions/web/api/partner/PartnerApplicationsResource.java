package org.conversions.web.api.partner;

import static org.conversions.web.api.ListQuery.given;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.access.Area;
import org.conversions.partner.EnrollmentStatus;
import org.conversions.partner.PartnerDraft;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.application.ApplicationView;
import org.conversions.partner.application.Applications;
import org.conversions.partner.application.Reapplication;
import org.conversions.partner.application.RejectionReason;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.platform.id.PartnerId;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.partner.PartnerLifeResource.NamedPartnerAnswer;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The applications of people who want to become partners. */
@Path("partners/applications")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
public class PartnerApplicationsResource {

    private static final Set<EnrollmentStatus> STATUSES =
            EnumSet.of(EnrollmentStatus.PENDING, EnrollmentStatus.APPROVED, EnrollmentStatus.REJECTED);

    /**
     * An application as a form of yours takes it.
     *
     * @param groupId  the group that it is for; the default one when it is left out
     * @param formData the answers to the program's questions
     */
    public record ApplicationRequest(
            @Required String email, String name, String image, String country, String description, String tenantId, String groupId,
            @Schema(implementation = FormAnswer[].class) JsonNode formData) {

        PartnerDraft draft() {
            return PartnersResource.checked(new PartnerDraft(email, name, null, image, country, description, tenantId, groupId));
        }
    }

    /** An answer to a question. @param value null for none; of several choices with commas between */
    public record FormAnswer(@Required String label, String value) {
    }

    /** @param groupId the group that the partner comes into; left out for that of the application */
    public record ApprovalRequest(@Required String partnerId, String groupId) {
    }

    /**
     * @param rejectionReason       needsMoreDetail, doesNotMeetRequirements, notTheRightFit or other
     * @param reapplicationTimeframe when the applicant may apply again: instant, standard (after 30 days, the default) or never
     */
    public record RejectionRequest(
            @Required String partnerId, String rejectionReason, String rejectionNote, String reapplicationTimeframe,
            Boolean flagForFraud, String flagForFraudReason) {

        ApplicationView.Rejection rejection() {
            return new ApplicationView.Rejection(
                    rejectionReason == null ? null : word(RejectionReason.class, "rejectionReason", rejectionReason),
                    rejectionNote, reapplicationTimeframe == null ? Reapplication.STANDARD
                    : word(Reapplication.class, "reapplicationTimeframe", reapplicationTimeframe),
                    Boolean.TRUE.equals(flagForFraud), flagForFraudReason);
        }
    }

    /** The applicant, as far as an application shows one. */
    public record Applicant(
            @Required String id, @Required String name, String companyName, String email, String image, String country,
            String description, String groupId, @Required String status) {
    }

    /**
     * An application as the API shows it.
     *
     * @param status  pending, approved or rejected
     * @param applicationFormData the answers, in the order of the questions
     */
    public record ApplicationAnswer(
            @Required String id, @Required Instant createdAt, @Required String status, Instant decidedAt, String rejectionReason,
            String rejectionNote, String reapplicationTimeframe, boolean flaggedForFraud, @Required Applicant partner,
            List<FormAnswer> applicationFormData) {

        static ApplicationAnswer of(ApplicationView view, PartnerView partner) {
            ApplicationView.Rejection rejection = view.rejection();
            return new ApplicationAnswer(view.id(), view.createdAt(), view.status().text(), view.decidedAt(),
                    rejection == null || rejection.reason() == null ? null : rejection.reason().text(),
                    rejection == null ? null : rejection.note(), rejection == null ? null : rejection.reapplication().text(),
                    rejection != null && rejection.flagged(), new Applicant(partner.id().value(), partner.name(), null, partner.email(),
                    partner.image(), partner.country(), partner.description(), partner.groupId(), partner.status().text()),
                    view.answers().stream().map(answer -> new FormAnswer(answer.label(), answer.value())).toList());
        }
    }

    @Inject
    private Applications applications;
    @Inject
    private Partners partners;
    @Inject
    private EnrolledPartners enrolled;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the applications, the newest first")
    public List<ApplicationAnswer> list(@BeanParam ListQuery list, @QueryParam("partnerId") String partnerId,
                                        @QueryParam("status") String status) {
        List<ApplicationView> found = applications.list(caller.workspaceId(), given(partnerId), given(status) == null ? null
                : Word.find(EnrollmentStatus.class, status).filter(STATUSES::contains).orElseThrow(() -> RequestRefused.unprocessable(
                        "field_value_unknown", "status: must be one of pending, approved, rejected")), list.page());
        Map<PartnerId, PartnerView> applicants = partners.byIds(caller.workspaceId(),
                found.stream().map(ApplicationView::partnerId).collect(Collectors.toSet()));
        return found.stream().map(view -> ApplicationAnswer.of(view, applicants.get(view.partnerId()))).toList();
    }

    @POST
    @Operation(summary = "Hand in an application, as a form of yours takes it",
            description = "Who applies for a group that takes everybody is a partner at once. The requirements of the program have to"
                    + " be met.")
    @APIResponseSchema(value = ApplicationAnswer.class, responseCode = "201")
    public Response apply(ApplicationRequest request) {
        ApplicationView view = applications.apply(caller.workspaceId(), request.draft(), request.formData(), enrolled.usual());
        PartnerView partner = partners.byId(caller.workspaceId(), view.partnerId().value()).orElseThrow();
        return Response.status(Response.Status.CREATED).entity(ApplicationAnswer.of(view, partner)).build();
    }

    @POST
    @Path("approve")
    @Operation(summary = "Approve the application of a partner", description = "The partner gets the links of the group.")
    public NamedPartnerAnswer approve(ApprovalRequest request) {
        PartnerId id = applications.approve(caller.workspaceId(), request.partnerId(), given(request.groupId()),
                enrolled.usual());
        return new NamedPartnerAnswer(id.value());
    }

    @POST
    @Path("reject")
    @Operation(summary = "Reject the application of a partner")
    public NamedPartnerAnswer reject(RejectionRequest request) {
        return new NamedPartnerAnswer(applications.reject(caller.workspaceId(), request.partnerId(), request.rejection()).value());
    }

    private static <E extends Enum<E> & Word> E word(Class<E> type, String field, String text) {
        return Word.find(type, text).orElseThrow(() -> RequestRefused.unprocessable("field_value_unknown", field + ": must be one of "
                + Stream.of(type.getEnumConstants()).map(Word::text).collect(Collectors.joining(", "))));
    }
}
