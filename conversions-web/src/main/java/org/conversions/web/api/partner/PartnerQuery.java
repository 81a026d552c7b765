package org.conversions.web.api.partner;

import static org.conversions.web.api.ListQuery.given;

import jakarta.ws.rs.QueryParam;
import org.conversions.report.total.PartnerFilter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The partners that a list is about. */
public class PartnerQuery {

    @QueryParam("email")
    private String email;
    @QueryParam("tenantId")
    @Parameter(description = "Your own id of the partner.")
    private String tenantId;
    @QueryParam("status")
    @Parameter(description = "Of the enrollment, such as approved.")
    private String status;
    @QueryParam("country")
    @Parameter(description = "Two capital letters.")
    private String country;
    @QueryParam("search")
    @Parameter(description = "Part of the name or the email.")
    private String search;
    @QueryParam("groupId")
    private String groupId;
    @QueryParam("partnerTagId")
    private String partnerTagId;

    PartnerFilter filter() {
        return new PartnerFilter(given(email), given(tenantId), given(status), given(country), given(search),
                given(groupId), given(partnerTagId));
    }
}
