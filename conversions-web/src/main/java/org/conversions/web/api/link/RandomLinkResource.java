package org.conversions.web.api.link;

import static org.conversions.web.api.ListQuery.given;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.link.LinkFilter;
import org.conversions.link.Links;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads a random link. */
@Path("links/random")
@RequestScoped
@KeyScope(Area.LINKS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class RandomLinkResource {

    @Inject
    private Links links;
    @Inject
    private LinkAnswers answers;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "One of the hundred newest links, at random")
    public LinkAnswer random(@QueryParam("domain") String domain) {
        return answers.of(links.random(caller.workspaceId(), new LinkFilter(given(domain), null, null, null, null,
                false, List.of(), List.of(), false)), caller.mode());
    }
}
