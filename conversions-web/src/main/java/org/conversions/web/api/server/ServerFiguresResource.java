package org.conversions.web.api.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.check.RebuildWorker;
import org.conversions.report.check.Rebuilds;
import org.conversions.report.check.SelfCheck;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.OperatorOnly;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The figures of this server, as they were added up: compared with what happened, and made again from it. */
@Path("server")
@RequestScoped
@OperatorOnly
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Server")
public class ServerFiguresResource {

    @Inject
    private RebuildWorker worker;
    @Inject
    private SelfCheck check;
    @Inject
    private Workspaces workspaces;

    /** @param workspaceId left out for all workspaces */
    public record RebuildRequest(String workspaceId) {
    }

    /** A workspace whose figures are made again. @param nextDay the first day of UTC that is still to be done */
    public record RebuildAnswer(@Required String workspaceId, @Required String nextDay) {

        static RebuildAnswer of(Rebuilds.Progress progress) {
            return new RebuildAnswer(progress.workspaceId().value(), utcDay(progress.nextDay()));
        }
    }

    /**
     * The days to be compared.
     *
     * @param workspaceId left out for all workspaces
     * @param from        the first day of UTC, like 2026-07-29; yesterday when left out
     * @param to          the last day; today when left out
     */
    public record CheckRequest(String workspaceId, String from, String to) {
    }

    /** A sum that is not what happened. @param cell its subject, its minutes and its beginning */
    public record DifferenceAnswer(@Required String workspaceId, @Required String day, @Required String cell,
                                   @Required String is, @Required String should) {

        static DifferenceAnswer of(SelfCheck.Difference difference) {
            return new DifferenceAnswer(difference.workspaceId().value(), utcDay(difference.day()), difference.cell().cell(),
                    difference.cell().is(), difference.cell().should());
        }
    }

    /** @param days how many were compared @param differences the first hundred; none when all is well */
    public record CheckAnswer(long days, @Required List<DifferenceAnswer> differences) {
    }

    @POST
    @Path("rebuild")
    @Operation(summary = "Make figures again from the clicks, leads and sales themselves, while the server runs",
            description = "Days of which clicks have been removed stay as they are.")
    @APIResponseSchema(value = RebuildAnswer[].class, responseCode = "202")
    public Response rebuild(RebuildRequest request) {
        worker.rebuild(workspace(request == null ? null : request.workspaceId()));
        return Response.accepted(progress()).build();
    }

    @GET
    @Path("rebuild")
    @Operation(summary = "List the workspaces whose figures are still being made again")
    public List<RebuildAnswer> progress() {
        return worker.progress().stream().map(RebuildAnswer::of).toList();
    }

    @POST
    @Path("self-check")
    @Operation(summary = "Compare the figures with the clicks, leads and sales themselves, day by day")
    public CheckAnswer check(CheckRequest request) {
        CheckRequest asked = request == null ? new CheckRequest(null, null, null) : request;
        SelfCheck.Result result = check.check(workspace(asked.workspaceId()), start("from", asked.from()),
                start("to", asked.to()));
        return new CheckAnswer(result.days(), result.differences().stream().map(DifferenceAnswer::of).toList());
    }

    private Optional<WorkspaceId> workspace(String id) {
        return id == null ? Optional.empty() : Optional.of(workspaces.get(ServerWorkspacesResource.id(id)).id());
    }

    private static Instant start(String field, String day) {
        try {
            return day == null ? null : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw RequestRefused.unprocessable("field_malformed", field + ": must be a day like 2026-07-29");
        }
    }

    private static String utcDay(Instant start) {
        return LocalDate.ofInstant(start, ZoneOffset.UTC).toString();
    }
}
