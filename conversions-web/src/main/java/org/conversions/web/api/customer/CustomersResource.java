package org.conversions.web.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.customer.CustomerFilter;
import org.conversions.customer.CustomerList;
import org.conversions.customer.CustomerOrder;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.platform.RequestRefused;
import org.conversions.statistics.CustomerFigures;
import org.conversions.statistics.Statistics;
import org.conversions.web.api.ListQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Area;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads buyers. One is named by its id or by ext_ and the merchant's own id. */
@Path("customers")
@RequestScoped
@KeyScope(Area.CUSTOMERS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class CustomersResource {

    private static final String EXTERNAL = "ext_";

    @Inject
    private Customers customers;
    @Inject
    private CustomerList customerList;
    @Inject
    private Statistics statistics;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List customers, the newest first")
    public List<CustomerAnswer> list(@BeanParam ListQuery list, @QueryParam("email") String email,
                                     @QueryParam("externalId") String externalId, @QueryParam("search") String search,
                                     @QueryParam("country") String country, @QueryParam("linkId") String linkId,
                                     @QueryParam("partnerId") String partnerId) {
        CustomerOrder order = CustomerOrder.of(list.sortBy("createdAt")).orElseThrow(() ->
                RequestRefused.unprocessable("sortBy: must be one of createdAt, saleAmount, firstSaleAt,"
                        + " subscriptionCanceledAt"));
        List<CustomerView> found = customerList.list(new CustomerFilter(caller.workspaceId(), list.mode(),
                ListQuery.given(email), ListQuery.given(externalId), ListQuery.given(search),
                ListQuery.given(country), ListQuery.given(linkId), ListQuery.given(partnerId)), order,
                list.ascending(), list.page());
        Map<String, CustomerFigures> figures = statistics.customerFigures(caller.workspaceId(),
                found.stream().map(CustomerView::id).toList());
        return found.stream().map(customer -> CustomerAnswer.of(customer,
                figures.getOrDefault(customer.id(), CustomerFigures.NONE))).toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a customer")
    public CustomerAnswer get(@PathParam("id") String id, @BeanParam ListQuery query) {
        Optional<CustomerView> customer = id.startsWith(EXTERNAL)
                ? customers.byExternalId(caller.workspaceId(), query.mode(), id.substring(EXTERNAL.length()))
                : customers.byId(caller.workspaceId(), id);
        CustomerView found = customer.orElseThrow(() -> RequestRefused.notFound("The customer was not found."));
        return CustomerAnswer.of(found, statistics.customerFigures(caller.workspaceId(), List.of(found.id()))
                .getOrDefault(found.id(), CustomerFigures.NONE));
    }
}
