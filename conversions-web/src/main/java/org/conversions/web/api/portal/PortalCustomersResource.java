package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.report.customer.CustomerFilter;
import org.conversions.report.customer.CustomerList;
import org.conversions.report.customer.CustomerOrder;
import org.conversions.web.api.ListQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The customers whom a partner's links brought, for the partner. */
@Path("portal/{partnerId}/customers")
@RequestScoped
@OfPartner
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalCustomersResource {

    @Inject
    private CustomerList customers;
    @Inject
    private PortalCustomers shown;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the customers whom the partner's links brought, the newest first",
            description = "Names and emails are masked unless the program shares them.")
    public List<PortalCustomer> list(@PathParam("partnerId") String partnerId, @BeanParam ListQuery list) {
        PartnerId partner = caller.atPartner(partnerId).partnerId();
        if (!list.sortBy("createdAt").equals("createdAt")) {
            throw RequestRefused.unprocessable("field_value_unknown", "sortBy: must be createdAt");
        }
        return shown.of(partner, customers.list(new CustomerFilter(caller.workspaceId(), list.mode(caller), null, null, null, null, null,
                null, partner.value()), CustomerOrder.CREATED_AT, list.ascending(), list.page()));
    }
}
