package org.conversions.web.api.sale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.conversions.access.Area;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.domain.ShortDomain;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.SaleDetails;
import org.conversions.web.api.customer.CustomerAnswer;
import org.conversions.web.api.customer.Journeys;
import org.conversions.web.security.Caller;

/** Adds to sales who bought and what brought them, in as many questions for a hundred as for one, and only what the caller may read. */
@RequestScoped
public class SaleAnswers {

    @Inject
    private Customers customers;
    @Inject
    private Links links;
    @Inject
    private Partners partners;
    @Inject
    private Journeys journeys;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Caller caller;

    List<SaleAnswer> expanded(List<SaleDetails> sales) {
        WorkspaceId workspace = caller.workspaceId();
        Map<CustomerId, CustomerView> buyers = caller.mayRead(Area.CUSTOMERS) ? customers.byIds(workspace,
                sales.stream().map(sale -> sale.sale().customerId()).collect(Collectors.toSet())) : Map.of();
        Map<LinkId, LinkView> brought = links.byIds(workspace,
                sales.stream().map(sale -> sale.sale().linkId()).collect(Collectors.toSet()));
        Map<PartnerId, PartnerView> owners = caller.mayRead(Area.PARTNERS) ? partners.byIds(workspace, brought.values().stream()
                .map(LinkView::partnerId).filter(Objects::nonNull).collect(Collectors.toSet())) : Map.of();
        return sales.stream().map(sale -> {
            LinkView link = brought.get(sale.sale().linkId());
            return SaleAnswer.of(sale).with(buyer(buyers.get(sale.sale().customerId())),
                    link == null ? null : CustomerAnswer.CustomerLink.of(link, shortDomain),
                    link == null || link.partnerId() == null ? null : CustomerAnswer.CustomerPartner.of(owners.get(link.partnerId())),
                    null);
        }).toList();
    }

    /** @return with the click and the earnings */
    SaleAnswer whole(SaleDetails sale) {
        SaleAnswer answer = expanded(List.of(sale)).get(0);
        return answer.with(answer.customer(), answer.link(), answer.partner(), new SaleAnswer.Origin(
                journeys.clicks(List.of(sale.sale().clickId())).stream().findFirst().orElse(null),
                journeys.earned(sale.sale().id())));
    }

    private static SaleAnswer.Customer buyer(CustomerView buyer) {
        return buyer == null ? null : new SaleAnswer.Customer(buyer.id().value(), buyer.externalId(), buyer.name(), buyer.email(),
                buyer.country(), buyer.stripeCustomerId());
    }
}
