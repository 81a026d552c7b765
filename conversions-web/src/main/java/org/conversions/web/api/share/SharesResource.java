package org.conversions.web.api.share;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.account.LoginSession;
import org.conversions.platform.RequestRefused;
import org.conversions.share.MadeShare;
import org.conversions.share.ShareDraft;
import org.conversions.share.ShareView;
import org.conversions.share.Shares;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.analytics.FilterQuery;
import org.conversions.web.api.body.JsonFields;
import org.conversions.web.api.overview.AuthorAnswer;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The links by which others see figures of the workspace without a login. */
@Path("shares")
@RequestScoped
@KeyScope(Area.ANALYTICS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shares")
public class SharesResource {

    /**
     * @param name      what whoever opens the link reads first; at most 60 characters
     * @param query     the view, as the address of the page has it after its question mark: its filters hold, its mode is fixed, and
     *                  any period can be looked at
     * @param money     whether amounts and events are shown
     * @param password  asked for before anything is shown; 8 to 200 characters
     * @param expiresAt when the link ends; null for never
     */
    record ShareFields(String name, String query, Boolean money, String password, String expiresAt) {

        /** Leaves the password out, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "ShareFields";
        }
    }

    /**
     * A share.
     *
     * @param query     the view that is shared
     * @param mode      of the figures
     * @param money     whether amounts and events are shown
     * @param password  whether one is asked for
     * @param expiresAt when the link ends; null for never
     * @param author    null for a key, and for a person who is not there any more
     * @param url       the link, in the answer to its creation and never again
     */
    public record ShareAnswer(@Required String id, String name, @Required String query, @Required String mode, boolean money,
                              boolean password, Instant expiresAt, AuthorAnswer author, @Required Instant createdAt, String url) {

        static ShareAnswer of(ShareView share, String url) {
            ShareDraft draft = share.draft();
            return new ShareAnswer(share.id(), draft.name(), draft.query(), draft.mode().text(), draft.money(), share.password(),
                    draft.expiresAt(), AuthorAnswer.of(share.author()), share.createdAt(), url);
        }
    }

    @Inject
    private Shares shares;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the shares, the newest first; those that have ended too")
    public List<ShareAnswer> list(@BeanParam ListQuery list) {
        if (list.page().byCursor()) {
            throw RequestRefused.unprocessable("field_not_supported", "startingAfter, endingBefore: shares are listed by page");
        }
        return shares.list(caller.workspaceId(), caller.mode(), list.page()).stream().map(share -> ShareAnswer.of(share, null)).toList();
    }

    @POST
    @Operation(summary = "Share a view of the figures; the answer shows the link, and nothing ever will again",
            description = "Whoever has the link sees the figures within the filters of the view, without a login and without what"
                    + " says who somebody is.")
    @APIResponseSchema(value = ShareAnswer.class, responseCode = "201")
    public Response create(@RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = ShareFields.class))) JsonNode body) {
        JsonFields fields = new JsonFields(body);
        String query = fields.text("query", null);
        MadeShare made = shares.create(caller.workspaceId(), caller.session().map(LoginSession::personId).orElse(null),
                new ShareDraft(fields.text("name", null), query, mode(query), fields.flag("money", false), fields.instant("expiresAt", null)),
                fields.text("password", null));
        return Response.status(Response.Status.CREATED).entity(ShareAnswer.of(made.share(), made.url())).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a share; what is left out stays, what is null is cleared",
            description = "Another password asks everybody for it again.")
    public ShareAnswer update(@PathParam("id") String id, @RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = ShareFields.class))) JsonNode body) {
        JsonFields fields = new JsonFields(body);
        String query = fields.text("query", null);
        Mode mode = query == null ? null : mode(query);
        String password = fields.text("password", null);
        return ShareAnswer.of(shares.update(caller.workspaceId(), caller.mode(), id,
                draft -> new ShareDraft(fields.text("name", draft.name()), fields.text("query", draft.query()),
                        mode == null ? draft.mode() : mode, fields.flag("money", draft.money()),
                        fields.instant("expiresAt", draft.expiresAt())),
                fields.names("password") && password == null ? "" : password), null);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End a share at once; its link is worth nothing from then on")
    public Deleted delete(@PathParam("id") String id) {
        return new Deleted(shares.delete(caller.workspaceId(), caller.mode(), id));
    }

    /** Refuses a view whose filters cannot be. @return the mode of its figures */
    private Mode mode(String query) {
        if (query == null) {
            return caller.mode();
        }
        FilterQuery filters = FilterQuery.of(query);
        Mode mode = filters.mode(caller);
        filters.filter(caller.workspaceId(), mode);
        return mode;
    }
}
