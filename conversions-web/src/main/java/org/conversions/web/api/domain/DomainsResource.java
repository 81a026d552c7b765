package org.conversions.web.api.domain;

import static org.conversions.web.api.ListQuery.given;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.link.domain.DomainDraft;
import org.conversions.link.domain.DomainProofs;
import org.conversions.link.domain.Domains;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.CommaList;
import org.conversions.web.api.body.JsonFields;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The domains of the caller's workspace. Links are made on those that are verified. */
@Path("domains")
@RequestScoped
@KeyScope(Area.DOMAINS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Domains")
public class DomainsResource {

    private static final String PAGE_SIZE = "50";

    /** @param primary whether links that name no domain are put on it */
    record DomainFields(String slug, Boolean primary, Boolean archived, String placeholder, String expiredUrl,
                        String notFoundUrl, String logo, String assetLinks, String appleAppSiteAssociation) {
    }

    /** @param slug of the domain that is gone */
    public record DeletedDomain(@Required String slug) {
    }

    /** The answer to the question for domains that can be bought here, in the shape that clients know: none can. */
    public record DomainStatus(
            @Required String domain, boolean available, Boolean premium, String price, Object prices) {
    }

    /** A domain that was bought, in the shape that clients know; none can be. @param expiration in milliseconds */
    public record RegisteredDomain(String domain, String status, Long expiration) {
    }

    /** A domain to be bought. */
    public record RegisterRequest(@Required String domain) {
    }

    @Inject
    private Domains domains;
    @Inject
    private DomainProofs proofs;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the domains, the newest first")
    public List<DomainAnswer> list(@QueryParam("search") String search,
                                   @QueryParam("archived") @DefaultValue("false") @Parameter(
                                           description = "Whether archived domains are among them") boolean archived,
                                   @QueryParam("page") @DefaultValue("1") Integer page,
                                   @QueryParam("pageSize") @DefaultValue(PAGE_SIZE) Integer pageSize) {
        Page part = new Page(page == null ? 1 : page, pageSize == null ? Integer.parseInt(PAGE_SIZE) : pageSize, null,
                null);
        return domains.list(caller.workspaceId(), given(search), archived, part).stream()
                .map(DomainAnswer::of).toList();
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "Read a domain")
    public DomainAnswer get(@PathParam("slug") String slug) {
        return DomainAnswer.of(domains.get(caller.workspaceId(), slug));
    }

    @POST
    @Operation(summary = "Add a domain; it counts once it is verified")
    @APIResponseSchema(value = DomainAnswer.class, responseCode = "201")
    public Response create(@RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = DomainFields.class))) JsonNode body) {
        return Response.status(Response.Status.CREATED).entity(DomainAnswer.of(
                domains.create(caller.workspaceId(), changed(DomainDraft.EMPTY, new JsonFields(body))))).build();
    }

    @PATCH
    @Path("{slug}")
    @Operation(summary = "Change a domain; what is left out stays, what is null is cleared")
    public DomainAnswer update(@PathParam("slug") String slug, @RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = DomainFields.class))) JsonNode body) {
        JsonFields fields = new JsonFields(body);
        changed(DomainDraft.EMPTY, fields);
        return DomainAnswer.of(domains.update(caller.workspaceId(), slug, draft -> changed(draft, fields)));
    }

    @PUT
    @Path("{slug}")
    @Operation(summary = "The same as PATCH, for older clients")
    public DomainAnswer replace(@PathParam("slug") String slug, @RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = DomainFields.class))) JsonNode body) {
        return update(slug, body);
    }

    @DELETE
    @Path("{slug}")
    @Operation(summary = "Give a domain up; its links are deleted with it, what they have earned stays")
    public DeletedDomain delete(@PathParam("slug") String slug) {
        return new DeletedDomain(domains.delete(caller.workspaceId(), slug));
    }

    @POST
    @Path("{slug}/verify")
    @RepeatsSafely
    @Operation(summary = "Look whether the DNS says that the domain is the workspace's",
            description = "It does by a TXT record, whose name and value are in the answer. The record has to stay: it is"
                    + " looked for every week, and a domain that was found without it twice within a month leads nowhere"
                    + " until it is verified again.")
    public ProofAnswer verify(@PathParam("slug") String slug) {
        return ProofAnswer.of(proofs.verify(caller.workspaceId(), slug));
    }

    @GET
    @Path("status")
    @Operation(summary = "Whether domains can be bought here: none can, this server is no registrar")
    public List<DomainStatus> status(@QueryParam("domains") @Parameter(
            description = "Repeated, or joined by commas") List<String> names) {
        List<String> wanted = CommaList.of("domains", names);
        if (wanted.isEmpty()) {
            throw RequestRefused.unprocessable("field_missing", "domains: is required");
        }
        return wanted.stream().map(name -> new DomainStatus(name, false, null, null, null)).toList();
    }

    @POST
    @Path("register")
    @Operation(summary = "Refused: this server sells no domains")
    @APIResponseSchema(value = RegisteredDomain.class, responseCode = "201")
    public Response register(RegisterRequest request) {
        throw RequestRefused.forbidden("domains_not_sold",
                "This server sells no domains. Register it with a registrar and add it by POST /domains.");
    }

    /** @throws RequestRefused unprocessable for a value of the wrong type */
    private static DomainDraft changed(DomainDraft draft, JsonFields fields) {
        return new DomainDraft(fields.text("slug", draft.slug()), fields.flag("primary", draft.primary()),
                fields.flag("archived", draft.archived()), fields.text("placeholder", draft.placeholder()),
                fields.text("expiredUrl", draft.expiredUrl()), fields.text("notFoundUrl", draft.notFoundUrl()),
                fields.text("logo", draft.logo()), fields.text("assetLinks", draft.assetLinks()),
                fields.text("appleAppSiteAssociation", draft.appleAppSiteAssociation()));
    }
}
