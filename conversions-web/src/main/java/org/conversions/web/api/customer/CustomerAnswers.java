package org.conversions.web.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.conversions.access.Area;
import org.conversions.customer.CustomerView;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.domain.ShortDomain;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.discount.DiscountView;
import org.conversions.reward.discount.Discounts;
import org.conversions.report.customer.CustomerList;
import org.conversions.report.total.CustomerFigures;
import org.conversions.report.total.Totals;
import org.conversions.web.security.Caller;
import org.conversions.workspace.AttributionModel;
import org.conversions.workspace.Workspaces;

/**
 * Adds to customers what other rooms know of them, in as many questions for a hundred as for one. Whoever may not read
 * customers does not learn who they are.
 */
@RequestScoped
public class CustomerAnswers {

    @Inject
    private CustomerList customerList;
    @Inject
    private Totals totals;
    @Inject
    private Links links;
    @Inject
    private Partners partners;
    @Inject
    private Discounts discounts;
    @Inject
    private Workspaces workspaces;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Caller caller;

    public CustomerAnswer of(CustomerView customer, CustomerFigures figures) {
        return caller.mayRead(Area.CUSTOMERS) ? CustomerAnswer.of(customer, figures)
                : CustomerAnswer.anonymous(customer, figures);
    }

    CustomerAnswer of(CustomerView customer, boolean expanded) {
        return of(List.of(customer), expanded).get(0);
    }

    /** @param expanded with link, program and partner */
    List<CustomerAnswer> of(List<CustomerView> customers, boolean expanded) {
        WorkspaceId workspace = caller.workspaceId();
        List<CustomerId> ids = customers.stream().map(CustomerView::id).toList();
        Map<CustomerId, CustomerFigures> figures = totals.customerFigures(workspace, ids);
        if (!expanded) {
            return customers.stream().map(customer -> of(customer,
                    figures.getOrDefault(customer.id(), CustomerFigures.NONE))).toList();
        }
        Map<CustomerId, LinkId> linkIds = customerList.linkIds(workspace, ids,
                workspaces.get(workspace).attributionModel() == AttributionModel.FIRST_CLICK);
        Map<LinkId, LinkView> found = links.byIds(workspace, linkIds.values().stream().distinct().toList());
        Map<PartnerId, PartnerView> owners = partners.byIds(workspace, found.values().stream().map(LinkView::partnerId)
                .filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<String, DiscountView> offered = discounts.ofGroups(workspace, owners.values().stream().map(PartnerView::groupId)
                .collect(Collectors.toSet()));
        return customers.stream().map(customer -> {
            LinkId brought = linkIds.get(customer.id());
            LinkView link = brought == null ? null : found.get(brought);
            PartnerView owner = link == null || link.partnerId() == null ? null : owners.get(link.partnerId());
            return CustomerAnswer.expanded(customer, figures.getOrDefault(customer.id(), CustomerFigures.NONE), link, owner,
                    owner == null ? null : offered.get(owner.groupId()), shortDomain);
        }).toList();
    }
}
