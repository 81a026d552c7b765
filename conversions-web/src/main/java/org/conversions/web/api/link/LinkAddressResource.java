package org.conversions.web.api.link;

import static org.conversions.web.api.ListQuery.given;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.conversions.link.Domains;
import org.conversions.link.LinkChanges;
import org.conversions.link.LinkFilter;
import org.conversions.link.Links;
import org.conversions.link.ShortDomain;
import org.conversions.platform.RequestRefused;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Area;
import org.conversions.workspace.ApiKeys;
import org.conversions.workspace.KeyHolder;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whose an address is, and giving it away. */
@Path("links")
@RequestScoped
@KeyScope(Area.LINKS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class LinkAddressResource {

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
    private Domains domains;
    @Inject
    private ApiKeys keys;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private LinkAnswers answers;
    @Inject
    private Caller caller;

    @GET
    @Path("exists")
    @Operation(summary = "Whether a key is taken on a domain, as a bare true or false")
    public boolean exists(@QueryParam("domain") String domain, @QueryParam("key") String key) {
        if (given(domain) == null || given(key) == null) {
            throw RequestRefused.unprocessable("domain, key: are required");
        }
        if (!domain.toLowerCase(Locale.ROOT).equals(shortDomain.name())) {
            domains.get(caller.workspaceId(), domain);
        }
        return links.exists(domain, key);
    }

    @GET
    @Path("random")
    @Operation(summary = "One of the hundred newest links, at random")
    public LinkAnswer random(@QueryParam("domain") String domain) {
        return answers.of(links.random(caller.workspaceId(), new LinkFilter(given(domain), null, null, null, null,
                false, List.of(), List.of(), false)), Mode.LIVE);
    }

    @POST
    @Path("{id}/transfer")
    @Operation(summary = "Give a link to another workspace",
            description = "Its address leads on from there under a new id. Past clicks, sales and figures stay with"
                    + " this workspace. A partner's link and one on a domain of this workspace cannot be given away.")
    public LinkAnswer transfer(@PathParam("id") String id, TransferRequest request) {
        if (given(request.newWorkspaceId()) == null || given(request.token()) == null) {
            throw RequestRefused.unprocessable(
                    "newWorkspaceId, token: name the workspace and show a secret key of it, for its consent");
        }
        KeyHolder other = keys.authenticate(request.token())
                .filter(holder -> holder.workspaceId().equals(request.newWorkspaceId()))
                .filter(holder -> holder.may(Area.LINKS, true))
                .orElseThrow(() -> RequestRefused.forbidden(
                        "token: is no key of that workspace with the right to write links"));
        return answers.ofNew(changes.transfer(caller.workspaceId(), id, other.workspaceId()));
    }
}
