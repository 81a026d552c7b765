package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.conversions.platform.RequestRefused;
import org.conversions.portal.member.Notices;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The mails that the person who is signed in gets about a partner. */
@Path("portal/{partnerId}/notifications")
@RequestScoped
@OfPartner
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalNotificationsResource {

    /**
     * The mails that the person gets.
     *
     * @param newCommission  about commissions, those of some minutes together
     * @param payoutPaid     about payouts that are paid
     * @param payoutFailed   about payouts that failed or came back
     * @param profileChanged about changes of the payout profile: owners of the partner always get them
     */
    public record NotificationsAnswer(boolean newCommission, boolean payoutPaid, boolean payoutFailed, boolean profileChanged) {

        static NotificationsAnswer of(Notices.Switches switches) {
            return new NotificationsAnswer(switches.newCommission(), switches.payoutPaid(), switches.payoutFailed(), true);
        }
    }

    /** A change; what is left out stays. */
    public record NotificationsChange(Boolean newCommission, Boolean payoutPaid, Boolean payoutFailed, Boolean profileChanged) {
    }

    @Inject
    private Notices notices;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Tell which mails the person who is signed in gets about the partner")
    public NotificationsAnswer get(@PathParam("partnerId") String partnerId) {
        return NotificationsAnswer.of(notices.of(caller.atPartner(partnerId)));
    }

    @PATCH
    @Operation(summary = "Choose which mails the person who is signed in gets about the partner; what is left out stays")
    public NotificationsAnswer change(@PathParam("partnerId") String partnerId, NotificationsChange change) {
        if (Boolean.FALSE.equals(change.profileChanged())) {
            throw RequestRefused.unprocessable("field_value_unknown",
                    "profileChanged: cannot be switched off, because it is how a theft is noticed");
        }
        return NotificationsAnswer.of(notices.change(caller.atPartner(partnerId), new Notices.Switches(change.newCommission(),
                change.payoutPaid(), change.payoutFailed())));
    }
}
