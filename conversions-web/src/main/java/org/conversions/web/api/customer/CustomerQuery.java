package org.conversions.web.api.customer;

import jakarta.ws.rs.QueryParam;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.customer.CustomerFilter;
import org.conversions.web.api.ListQuery;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The customers that are asked for. */
public class CustomerQuery {

    @QueryParam("email")
    @Parameter(description = "The whole address, in any case.")
    private String email;
    @QueryParam("externalId")
    @Parameter(description = "The merchant's own id of the customer.")
    private String externalId;
    @QueryParam("search")
    @Parameter(description = "A part of the name, the email or the external id.")
    private String search;
    @QueryParam("country")
    @Parameter(description = "Two letters.")
    private String country;
    @QueryParam("linkId")
    @Parameter(description = "A link that brought the customers.")
    private String linkId;
    @QueryParam("programId")
    @Parameter(description = "A program whose partners brought the customers.")
    private String programId;
    @QueryParam("partnerId")
    @Parameter(description = "A partner who brought the customers.")
    private String partnerId;

    CustomerFilter filter(WorkspaceId workspaceId, Mode mode) {
        return new CustomerFilter(workspaceId, mode, ListQuery.given(email), ListQuery.given(externalId),
                ListQuery.given(search), ListQuery.given(country), ListQuery.given(linkId),
                ListQuery.given(programId), ListQuery.given(partnerId));
    }
}
