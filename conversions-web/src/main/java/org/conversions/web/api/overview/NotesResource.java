package org.conversions.web.api.overview;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.overview.Note;
import org.conversions.overview.Notes;
import org.conversions.platform.RequestRefused;
import org.conversions.report.Period;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.Parameters;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.AnyRole;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The notes on the chart: what happened outside, at a moment. */
@Path("notes")
@RequestScoped
@KeyScope(Area.ANALYTICS)
@AnyRole
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
public class NotesResource {

    /**
     * @param text   1 to 200 characters; required for a new one
     * @param at     the moment that it is about, a time or a day; required for a new one
     * @param shared whether all of the workspace see it, which is the default; else only its author
     */
    public record NoteRequest(String text, String at, Boolean shared) {
    }

    /**
     * A note on the chart.
     *
     * @param text   what happened
     * @param at     the moment that it is about
     * @param shared whether all of the workspace see it, or only its author
     * @param author null for a key, and for a person who is not there any more
     */
    public record NoteAnswer(@Required String id, @Required String text, @Required Instant at, boolean shared,
                             AuthorAnswer author, @Required Instant createdAt) {

        static NoteAnswer of(Note note) {
            return new NoteAnswer(note.id(), note.text(), note.at(), note.shared(), AuthorAnswer.of(note.author()), note.createdAt());
        }
    }

    @Inject
    private Notes notes;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the notes on the chart, the newest first",
            description = "Those that all of the workspace see and, for a person, their own. By the moment that they are about;"
                    + " sortOrder=asc begins with the oldest.")
    public List<NoteAnswer> list(@BeanParam PeriodQuery time, @BeanParam ListQuery list) {
        if (list.page().byCursor()) {
            throw RequestRefused.unprocessable("field_not_supported", "startingAfter, endingBefore: notes are listed by page");
        }
        Period period = time.period("all", clock.instant(), () -> workspaces.get(caller.workspaceId()).timezone());
        return notes.list(Teammates.of(caller), period.from(), period.open() ? null : period.to(), list.ascending(), list.page())
                .stream().map(NoteAnswer::of).toList();
    }

    @POST
    @Operation(summary = "Write a note on the chart", description = "Viewers write notes that only they see.")
    @APIResponseSchema(value = NoteAnswer.class, responseCode = "201")
    public Response create(NoteRequest request) {
        if (request.at() == null) {
            throw RequestRefused.unprocessable("field_missing", "at: is required");
        }
        return Response.status(Response.Status.CREATED).entity(NoteAnswer.of(
                notes.create(Teammates.of(caller), request.text(), at(request), request.shared()))).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a note; what is left out or null stays",
            description = "Only its author can take a note from the others.")
    public NoteAnswer update(@PathParam("id") String id, NoteRequest request) {
        return NoteAnswer.of(notes.update(Teammates.of(caller), id, request.text(), at(request), request.shared()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a note")
    public Deleted delete(@PathParam("id") String id) {
        return new Deleted(notes.delete(Teammates.of(caller), id));
    }

    /** A day begins where the workspace lives. */
    private Instant at(NoteRequest request) {
        return request.at() == null ? null
                : Parameters.instant("at", request.at(), workspaces.get(caller.workspaceId()).timezone());
    }
}
