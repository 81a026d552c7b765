package org.conversions.web.api.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.conversions.partner.Enrollments;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Programs;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.link.LinkRequest;
import org.conversions.web.api.partner.PartnersResource.PartnerRequest;
import org.conversions.web.security.Caller;

/** Enrolls the partners that requests describe, each with a link. */
@RequestScoped
public class EnrolledPartners {

    @Inject
    private Enrollments enrollments;
    @Inject
    private Programs programs;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    /**
     * The link is what {@code linkProps} say, or it leads to the program's url; where there is neither, none is made.
     *
     * @throws RequestRefused unprocessable, naming the field
     */
    public PartnerView enroll(PartnerRequest request) {
        String usualUrl = programs.get(caller.workspaceId()).url();
        LinkProps props = new LinkProps(request.linkProps());
        if (!props.isGiven()) {
            return enrollments.enroll(caller.workspaceId(), request.draft(), usualUrl);
        }
        ObjectNode body = props.body();
        if (!body.hasNonNull("url")) {
            if (usualUrl == null) {
                throw RequestRefused.unprocessable("field_missing",
                        "linkProps.url: is required, because the program has no url, which"
                        + " PATCH /api/program sets");
            }
            body.put("url", usualUrl);
        }
        props.checkTenant(request.tenantId());
        LinkRequest link = new LinkRequest(body, clock.instant());
        return enrollments.enroll(caller.workspaceId(), request.draft(), link::applyTo);
    }
}
