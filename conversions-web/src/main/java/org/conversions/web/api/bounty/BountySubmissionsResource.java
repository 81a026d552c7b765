package org.conversions.web.api.bounty;

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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.access.Area;
import org.conversions.bounty.SubmissionDraft;
import org.conversions.bounty.SubmissionRejection;
import org.conversions.bounty.SubmissionStatus;
import org.conversions.bounty.Submissions;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What partners hand in for a bounty. */
@Path("bounties/{bountyId}/submissions")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bounties")
public class BountySubmissionsResource {

    /** What a partner hands in: a description, addresses, files or several of these. @param size of a file in bytes */
    public record SubmissionRequest(@Required String partnerId, String description, List<String> urls,
                                    List<SubmissionDraft.ProofFile> files) {
    }

    /** @param rewardAmount minor units of the program's currency; left out for the bounty's */
    public record SubmissionApproval(Long rewardAmount) {
    }

    /** @param rejectionReason invalidProof, duplicateSubmission, outOfTimeWindow, didNotMeetCriteria or other, which is the default */
    public record SubmissionRefusal(String rejectionReason, String rejectionNote) {
    }

    @Inject
    private Submissions submissions;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List what was handed in for a bounty, the newest first unless sortBy says otherwise",
            description = "sortBy: completedAt or performanceCount. Of a performance bounty, each partner whom it is for has one.")
    public List<SubmissionAnswer> list(@PathParam("bountyId") String bountyId, @BeanParam ListQuery list,
                                       @QueryParam("status") String status, @QueryParam("partnerId") String partnerId,
                                       @QueryParam("groupId") String groupId) {
        String order = list.sortBy("completedAt");
        if (!List.of("completedAt", "performanceCount").contains(order)) {
            throw RequestRefused.unprocessable("field_value_unknown", "sortBy: must be one of completedAt, performanceCount");
        }
        if (list.page().byCursor()) {
            throw RequestRefused.unprocessable("field_not_supported", "startingAfter, endingBefore: submissions are listed by page");
        }
        return submissions.list(caller.workspaceId(), bountyId, new Submissions.Filter(ListQuery.given(status) == null ? null
                        : word(SubmissionStatus.class, "status", status), ListQuery.given(partnerId), ListQuery.given(groupId),
                        order.equals("performanceCount"), list.ascending()), list.page())
                .stream().map(SubmissionAnswer::of).toList();
    }

    @POST
    @Operation(summary = "Hand something in for a partner, as a page of yours takes it")
    @APIResponseSchema(value = SubmissionAnswer.class, responseCode = "201")
    public Response create(@PathParam("bountyId") String bountyId, SubmissionRequest request) {
        return Response.status(Response.Status.CREATED).entity(SubmissionAnswer.of(submissions.submit(caller.workspaceId(), bountyId,
                request.partnerId(), new SubmissionDraft(request.description(), request.urls(), request.files())))).build();
    }

    @POST
    @Path("{submissionId}/approve")
    @RepeatsSafely
    @Operation(summary = "Approve a submission", description = "The partner gets the reward as a custom commission.")
    public SubmissionAnswer approve(@PathParam("bountyId") String bountyId, @PathParam("submissionId") String submissionId,
                                    SubmissionApproval approval) {
        return SubmissionAnswer.of(submissions.approve(caller.workspaceId(), bountyId, submissionId,
                approval == null ? null : approval.rewardAmount()));
    }

    @POST
    @Path("{submissionId}/reject")
    @RepeatsSafely
    @Operation(summary = "Reject a submission")
    public SubmissionAnswer reject(@PathParam("bountyId") String bountyId, @PathParam("submissionId") String submissionId,
                                   SubmissionRefusal refusal) {
        return SubmissionAnswer.of(submissions.reject(caller.workspaceId(), bountyId, submissionId,
                refusal == null || refusal.rejectionReason() == null ? null
                        : word(SubmissionRejection.class, "rejectionReason", refusal.rejectionReason()),
                refusal == null ? null : refusal.rejectionNote()));
    }

    private static <E extends Enum<E> & Word> E word(Class<E> type, String field, String text) {
        return Word.find(type, text).orElseThrow(() -> RequestRefused.unprocessable("field_value_unknown", field + ": must be one of "
                + Stream.of(type.getEnumConstants()).map(Word::text).collect(Collectors.joining(", "))));
    }
}
