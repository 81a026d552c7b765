package org.conversions.web.api.partner;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.partner.Partners;
import org.conversions.platform.id.PartnerId;
import org.conversions.portal.member.PartnerMemberView;
import org.conversions.portal.member.PartnerMembers;
import org.conversions.web.api.Deleted;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people who see a partner's portal, for the merchant. */
@Path("partners/{id}/members")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class PartnerMembersResource {

    @Inject
    private PartnerMembers members;
    @Inject
    private Partners partners;
    @Inject
    private Caller caller;

    /**
     * A person of a partner.
     *
     * @param role      owner or member
     * @param totp      whether there is a second factor
     * @param createdAt when the person joined
     */
    public record PartnerMemberAnswer(@Required String id, @Required String email, @Required String name, @Required String role,
                                      boolean totp, @Required Instant createdAt) {

        public static PartnerMemberAnswer of(PartnerMemberView member) {
            return new PartnerMemberAnswer(member.person().id(), member.person().email(), member.person().name(), member.role().text(),
                    member.person().totp(), member.createdAt());
        }
    }

    @GET
    @Operation(summary = "List the people who see a partner's portal, the oldest membership first")
    public List<PartnerMemberAnswer> list(@PathParam("id") String id) {
        return members.list(caller.workspaceId(), partner(id)).stream().map(PartnerMemberAnswer::of).toList();
    }

    @DELETE
    @Path("{personId}")
    @Operation(summary = "Take a person's access to a partner's portal away, from the next request on")
    public Deleted remove(@PathParam("id") String id, @PathParam("personId") String personId) {
        members.remove(caller.workspaceId(), partner(id), personId);
        return new Deleted(personId);
    }

    private PartnerId partner(String id) {
        return partners.byId(caller.workspaceId(), id).orElseThrow(Partners::notFound).id();
    }
}
