package org.conversions.web.api.partner;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.access.Area;
import org.conversions.partner.BanReason;
import org.conversions.partner.EnrollmentChanges;
import org.conversions.partner.PartnerView;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The end of a partner's time in the program. */
@Path("partners")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class PartnerLifeResource {

    /**
     * A partner to be thrown out, named by one of the two.
     *
     * @param partnerId it wins over {@code tenantId}
     * @param tenantId  your own id of the partner
     */
    public record BanRequest(
            String partnerId, String tenantId,
            @Schema(enumeration = {"tos_violation", "inappropriate_content", "fake_traffic", "fraud", "spam", "brand_abuse"})
            @Required String reason) {
    }

    /**
     * A partner to be let go, named by one of the two.
     *
     * @param partnerId it wins over {@code tenantId}
     * @param tenantId  your own id of the partner
     */
    public record DeactivationRequest(String partnerId, String tenantId) {
    }

    /** The partner that was meant. */
    public record NamedPartnerAnswer(@Required String partnerId) {
    }

    @Inject
    private EnrollmentChanges changes;
    @Inject
    private NamedPartners named;
    @Inject
    private Caller caller;

    @POST
    @Path("ban")
    @Operation(summary = "Ban a partner", description = "The links lead nowhere from now on and earn nothing, and commissions"
            + " that were not paid are canceled. PATCH /partners/{id} with the status approved takes a partner in again.")
    public NamedPartnerAnswer ban(BanRequest request) {
        BanReason reason = Word.find(BanReason.class, request.reason()).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", "reason: must be one of "
                        + Stream.of(BanReason.values()).map(BanReason::text).collect(Collectors.joining(", "))));
        PartnerView partner = named.partner(request.partnerId(), request.tenantId());
        changes.ban(caller.workspaceId(), partner.id(), reason);
        return new NamedPartnerAnswer(partner.id().value());
    }

    @POST
    @Path("deactivate")
    @Operation(summary = "Deactivate a partner", description = "The links lead on and earn nothing new; what was earned stays."
            + " PATCH /partners/{id} with the status approved takes a partner in again.")
    public NamedPartnerAnswer deactivate(DeactivationRequest request) {
        PartnerView partner = named.partner(request.partnerId(), request.tenantId());
        changes.deactivate(caller.workspaceId(), partner.id());
        return new NamedPartnerAnswer(partner.id().value());
    }
}
