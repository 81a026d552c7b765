package org.conversions.web.api.link;

import static org.conversions.web.api.ListQuery.given;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.conversions.access.Area;
import org.conversions.access.KeyHolder;
import org.conversions.link.LinkChanges;
import org.conversions.link.Links;
import org.conversions.platform.RequestRefused;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.ShownKeys;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives a link to another workspace. */
@Path("links/{id}/transfer")
@RequestScoped
@KeyScope(Area.LINKS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class LinkTransferResource {

    /**
     * Both workspaces consent: the one by the key of the request, the other by a key in it.
     *
     * @param newWorkspaceId the workspace that gets the link
     * @param token          a secret key of that workspace that may write
     */
    public record TransferRequest(String newWorkspaceId, String token) {
    }

    @Inject
    private Links links;
    @Inject
    private LinkChanges changes;
    @Inject
    private ShownKeys keys;
    @Inject
    private LinkAnswers answers;
    @Inject
    private Caller caller;

    @Context
    private HttpServletRequest connection;

    @POST
    @Operation(summary = "Give a link to another workspace",
            description = "Its address leads on from there under a new id. Past clicks, sales and figures stay with"
                    + " this workspace. A partner's link and one on a domain of this workspace cannot be given away.")
    public LinkAnswer transfer(@PathParam("id") String id, TransferRequest request) {
        if (links.find(caller.workspaceId(), id).isEmpty()) {
            throw RequestRefused.notFound("link_not_found", "The link was not found.");
        }
        if (given(request.newWorkspaceId()) == null || given(request.token()) == null) {
            throw RequestRefused.unprocessable("field_missing",
                    "newWorkspaceId, token: name the workspace and show a secret key of it, for its consent");
        }
        KeyHolder other = keys.holder(connection, request.token())
                .filter(holder -> holder.workspaceId().value().equals(request.newWorkspaceId()))
                .filter(holder -> holder.may(Area.LINKS, true))
                .orElseThrow(() -> RequestRefused.forbidden("consent_missing",
                        "token: is no key of that workspace with the right to write links"));
        return answers.ofNew(changes.transfer(caller.workspaceId(), id, other.workspaceId()));
    }
}
