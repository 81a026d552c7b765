package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.conversions.account.PersonView;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.Programs;
import org.conversions.portal.member.PartnerMembers;
import org.conversions.portal.member.PartnerPlace;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.SignedIn;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The programs in which the person who is signed in is a partner. */
@Path("portal")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalResource {

    /** The person who is signed in, and the partners that the person belongs to, the oldest membership first. */
    public record PortalAnswer(@Required PortalPerson person, @Required List<PortalPlace> partners) {
    }

    /** @param totp whether there is a second factor */
    public record PortalPerson(@Required String id, @Required String name, @Required String email, boolean totp) {

        static PortalPerson of(PersonView person) {
            return new PortalPerson(person.id(), person.name(), person.email(), person.totp());
        }
    }

    /**
     * A partner that the person belongs to.
     *
     * @param status of the partner in the program
     * @param role   of the person at the partner: owner or member
     */
    public record PortalPlace(@Required String partnerId, @Required String partnerName, @Required String programName,
                              @Required String workspaceName, @Required String status, @Required String role) {
    }

    @Inject
    private PartnerMembers members;
    @Inject
    private Partners partners;
    @Inject
    private Programs programs;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Tell who is signed in, and at which partners")
    public PortalAnswer get() {
        PersonView person = caller.person().person();
        return new PortalAnswer(PortalPerson.of(person), members.of(person.id()).stream()
                .flatMap(place -> partners.byId(place.workspaceId(), place.partnerId().value()).map(partner -> place(place, partner))
                        .stream()).toList());
    }

    private PortalPlace place(PartnerPlace place, PartnerView partner) {
        return new PortalPlace(partner.id().value(), partner.name(), programs.get(place.workspaceId()).name(),
                workspaces.get(place.workspaceId()).name(), partner.status().text(), place.role().text());
    }
}
