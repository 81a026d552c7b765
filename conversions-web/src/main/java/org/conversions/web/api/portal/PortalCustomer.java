package org.conversions.web.api.portal;

import java.time.Instant;
import org.conversions.customer.CustomerView;
import org.conversions.portal.program.Mask;
import org.conversions.report.total.CustomerFigures;
import org.conversions.web.openapi.Required;

/**
 * A customer as the partner sees one: with what was bought by the partner's links, and masked unless the program shares who its
 * customers are.
 *
 * @param name       masked, such as J••• M•••, unless customers are shared
 * @param email      masked, such as j•••@e•••.com, unless customers are shared
 * @param saleAmount what is left after refunds, in minor units of the workspace's currency
 */
public record PortalCustomer(@Required String id, String name, String email, String country, @Required Instant createdAt,
                             Instant firstSaleAt, long sales, long saleAmount, Instant subscriptionCanceledAt) {

    /** @param shared whether the program shares who its customers are */
    static PortalCustomer of(CustomerView customer, CustomerFigures figures, boolean shared) {
        return new PortalCustomer(customer.id().value(), shared || customer.deleted() ? customer.name() : Mask.name(customer.name()),
                shared ? customer.email() : Mask.email(customer.email()), customer.country(), customer.createdAt(),
                figures.firstSaleAt(), figures.sales(), figures.netAmount(), customer.subscriptionCanceledAt());
    }
}
