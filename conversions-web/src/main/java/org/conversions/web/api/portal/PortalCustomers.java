package org.conversions.web.api.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.customer.CustomerView;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.PartnerId;
import org.conversions.portal.program.PortalSettings;
import org.conversions.report.customer.PartnerSales;
import org.conversions.report.total.CustomerFigures;
import org.conversions.web.security.Caller;

/** Shows customers to the partner whose links they came by. */
@RequestScoped
class PortalCustomers {

    @Inject
    private PartnerSales sales;
    @Inject
    private PortalSettings settings;
    @Inject
    private Caller caller;

    /** @return them in the order in which they are given */
    List<PortalCustomer> of(PartnerId partnerId, List<CustomerView> customers) {
        Map<CustomerId, CustomerFigures> figures = sales.of(caller.workspaceId(), partnerId, customers.stream().map(CustomerView::id).toList());
        boolean shared = settings.get(caller.workspaceId()).shareCustomers();
        return customers.stream().map(customer -> PortalCustomer.of(customer, figures.getOrDefault(customer.id(), CustomerFigures.NONE),
                shared)).toList();
    }

    /** @return them by their ids */
    Map<String, PortalCustomer> byIds(PartnerId partnerId, List<CustomerView> customers) {
        return of(partnerId, customers).stream().collect(Collectors.toMap(PortalCustomer::id, customer -> customer));
    }
}
