package org.conversions.web.api.link;

import static org.conversions.web.api.ListQuery.given;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.conversions.access.Area;
import org.conversions.link.Links;
import org.conversions.link.domain.Domains;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.RequestRefused;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells whether an address is taken, in any workspace. */
@Path("links/exists")
@RequestScoped
@KeyScope(Area.LINKS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class LinkExistsResource {

    @Inject
    private Links links;
    @Inject
    private Domains domains;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Whether a key is taken on a domain, as a bare true or false")
    public boolean exists(@QueryParam("domain") String domain, @QueryParam("key") String key) {
        if (given(domain) == null || given(key) == null) {
            throw RequestRefused.unprocessable("field_missing", "domain, key: are required");
        }
        if (!domain.toLowerCase(Locale.ROOT).equals(shortDomain.name())) {
            domains.get(caller.workspaceId(), domain);
        }
        return links.exists(domain, key);
    }
}
