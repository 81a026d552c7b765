package org.conversions.web.api.customer;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.conversions.access.Area;
import org.conversions.customer.CustomerChanges;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.platform.id.CustomerId;
import org.conversions.report.customer.CustomerList;
import org.conversions.report.customer.CustomerOrder;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.body.BodyFields;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.NeedsPlan;
import org.conversions.workspace.Feature;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The customers of the caller's workspace. One is named by its id or by ext_ and the merchant's own id. */
@Path("customers")
@RequestScoped
@KeyScope(Area.CUSTOMERS)
@NeedsPlan(Feature.CONVERSION_TRACKING)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class CustomersResource {

    private static final String EXTERNAL = "ext_";

    @Inject
    private Customers customers;
    @Inject
    private CustomerList customerList;
    @Inject
    private CustomerChanges changes;
    @Inject
    private Journeys journeys;
    @Inject
    private CustomerAnswers answers;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List customers, the newest first")
    public List<CustomerAnswer> list(@BeanParam ListQuery list, @BeanParam CustomerQuery query,
                                     @QueryParam("includeExpandedFields") boolean expanded) {
        CustomerOrder order = Word.find(CustomerOrder.class, list.sortBy("createdAt")).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown",
                        "sortBy: must be one of createdAt, saleAmount, firstSaleAt,"
                        + " subscriptionCanceledAt"));
        return answers.of(customerList.list(query.filter(caller.workspaceId(), list.mode(caller)), order, list.ascending(),
                list.page()), expanded);
    }

    @GET
    @Path("count")
    @Operation(summary = "Count customers")
    public long count(@BeanParam ListQuery list, @BeanParam CustomerQuery query) {
        return customerList.count(query.filter(caller.workspaceId(), list.mode(caller)));
    }

    @POST
    @Operation(summary = "Create a customer whom no click has brought yet")
    @RequestBody(content = @Content(schema = @Schema(ref = "NewCustomer")))
    @BodyFields(CustomerFields.class)
    @APIResponseSchema(value = CustomerAnswer.class, responseCode = "201")
    public Response create(@BeanParam ListQuery list, JsonNode body) {
        return Response.status(Response.Status.CREATED).entity(answers.of(changes.create(caller.workspaceId(),
                list.mode(caller), new CustomerRequest(body).newFields()), false)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a customer")
    public CustomerAnswer get(@PathParam("id") String id, @BeanParam ListQuery list,
                              @QueryParam("includeExpandedFields") boolean expanded) {
        return answers.of(customer(id, list.mode(caller)), expanded);
    }

    @GET
    @Path("external/{externalId}")
    @Operation(summary = "Read a customer by the merchant's own id")
    public CustomerAnswer getByExternalId(@PathParam("externalId") String externalId, @BeanParam ListQuery list,
                                          @QueryParam("includeExpandedFields") boolean expanded) {
        return answers.of(customer(EXTERNAL + externalId, list.mode(caller)), expanded);
    }

    @GET
    @Path("{id}/activity")
    @Operation(summary = "What a customer did: clicks, leads, sales, what went back of them, and what partners earned by it")
    public ActivityAnswer activity(@PathParam("id") String id, @BeanParam ListQuery list) {
        return journeys.of(customer(id, list.mode(caller)));
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a customer: what is not named stays, null clears")
    @RequestBodySchema(CustomerFields.class)
    public CustomerAnswer change(@PathParam("id") String id, @BeanParam ListQuery list,
                                 @QueryParam("includeExpandedFields") boolean expanded, JsonNode body) {
        return answers.of(changes.change(caller.workspaceId(), customer(id, list.mode(caller)).id(),
                new CustomerRequest(body).fields()), expanded);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "The same as PATCH, for clients that know no other")
    @RequestBodySchema(CustomerFields.class)
    public CustomerAnswer replace(@PathParam("id") String id, @BeanParam ListQuery list,
                                  @QueryParam("includeExpandedFields") boolean expanded, JsonNode body) {
        return change(id, list, expanded, body);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Erase who a customer is; what was bought stays")
    public Deleted delete(@PathParam("id") String id, @BeanParam ListQuery list) {
        CustomerId customerId = customer(id, list.mode(caller)).id();
        changes.delete(caller.workspaceId(), customerId);
        return new Deleted(customerId.value());
    }

    private CustomerView customer(String id, Mode mode) {
        Optional<CustomerView> found = id.startsWith(EXTERNAL)
                ? customers.byExternalId(caller.workspaceId(), mode, id.substring(EXTERNAL.length()))
                : customers.byId(caller.workspaceId(), id).filter(customer -> caller.reaches(customer.mode()));
        return found.orElseThrow(() -> RequestRefused.notFound("customer_not_found", "The customer was not found."));
    }
}
