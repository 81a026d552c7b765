package org.conversions.web.embed;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.conversions.access.Area;
import org.conversions.partner.EnrollmentStatus;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.RequestRefused;
import org.conversions.portal.EmbedTokens;
import org.conversions.web.api.partner.EnrolledPartners;
import org.conversions.web.api.partner.PartnersResource.PartnerRequest;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives the merchant's server a token for the page that a partner is to see. */
@Path("tokens/embed/referrals")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Embed")
public class EmbedTokenResource {

    /** The partner of a token: one of the three. A partner who is described is enrolled, or brought up to date by the email. */
    public record EmbedTokenRequest(String partnerId, String tenantId, PartnerRequest partner) {
    }

    /** @param publicToken goes to the partner's browser. @param expires when it stops to work */
    public record EmbedTokenAnswer(@Required String publicToken, @Required Instant expires) {
    }

    @Inject
    private Partners partners;
    @Inject
    private EnrolledPartners enrolled;
    @Inject
    private EmbedTokens tokens;
    @Inject
    private Caller caller;

    @POST
    @Operation(summary = "Create a token for the embedded page of a partner")
    @APIResponseSchema(value = EmbedTokenAnswer.class, responseCode = "201")
    public Response create(EmbedTokenRequest request) {
        EmbedTokens.Issued issued = tokens.issue(caller.workspaceId(), partner(request).id(), caller.mode());
        return Response.status(Response.Status.CREATED)
                .entity(new EmbedTokenAnswer(issued.token(), issued.expires())).build();
    }

    private PartnerView partner(EmbedTokenRequest request) {
        if (Stream.of(request.partnerId(), request.tenantId(), request.partner()).filter(Objects::nonNull)
                .count() != 1) {
            throw RequestRefused.unprocessable("fields_conflicting",
                    "partnerId, tenantId, partner: name the partner by one of them");
        }
        if (request.partner() != null) {
            return open(enrolled.enroll(request.partner()));
        }
        return open((request.partnerId() != null
                ? partners.byId(caller.workspaceId(), request.partnerId())
                : partners.byTenantId(caller.workspaceId(), request.tenantId()))
                .orElseThrow(Partners::notFound));
    }

    private static PartnerView open(PartnerView partner) {
        if (partner.status() == EnrollmentStatus.BANNED) {
            throw RequestRefused.conflict("partner_banned", "partnerId: partner " + partner.id() + " is banned");
        }
        return partner;
    }
}
