package org.conversions.web.api.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.access.Area;
import org.conversions.click.Clicks;
import org.conversions.customer.CustomerView;
import org.conversions.link.Links;
import org.conversions.link.domain.ShortDomain;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.SaleId;
import org.conversions.report.customer.CustomerActivity;
import org.conversions.report.customer.CustomerEvent;
import org.conversions.report.customer.Earning;
import org.conversions.report.customer.Earnings;
import org.conversions.report.customer.CustomerSubscriptions;
import org.conversions.web.security.Caller;

/** Puts together what a customer did and what came of it, from the rooms that know a part: in as many questions for one event as for all. */
@RequestScoped
public class Journeys {

    @Inject
    private CustomerActivity activities;
    @Inject
    private Earnings earnings;
    @Inject
    private CustomerSubscriptions subscriptions;
    @Inject
    private Clicks clicks;
    @Inject
    private Links links;
    @Inject
    private Partners partners;
    @Inject
    private CustomerAnswers answers;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Caller caller;

    ActivityAnswer of(CustomerView known) {
        CustomerAnswer customer = answers.of(known, true);
        List<CustomerEvent> events = activities.of(caller.workspaceId(), known.id());
        return new ActivityAnswer(customer, customer.saleAmount(), events,
                clicks(events.stream().map(event -> new ClickId(event.clickId())).distinct().toList()),
                links(events.stream().map(event -> new LinkId(event.linkId())).distinct().toList()),
                caller.mayRead(Area.COMMISSIONS) ? earned(earnings.ofCustomer(caller.workspaceId(), known.id())) : null,
                subscriptions.of(caller.workspaceId(), known.id()));
    }

    /** @return the clicks that are still kept */
    public List<ClickFacts> clicks(Collection<ClickId> clickIds) {
        return clicks.byIds(caller.workspaceId(), clickIds).values().stream().map(ClickFacts::of).toList();
    }

    public List<CustomerAnswer.CustomerLink> links(Collection<LinkId> linkIds) {
        return links.byIds(caller.workspaceId(), linkIds).values().stream()
                .map(link -> CustomerAnswer.CustomerLink.of(link, shortDomain)).toList();
    }

    /** @return what partners earned by a sale; null for whoever may not read commissions */
    public List<EarningAnswer> earned(SaleId saleId) {
        return caller.mayRead(Area.COMMISSIONS) ? earned(earnings.ofSale(caller.workspaceId(), saleId)) : null;
    }

    private List<EarningAnswer> earned(List<Earning> found) {
        Map<PartnerId, PartnerView> earning = caller.mayRead(Area.PARTNERS) ? partners.byIds(caller.workspaceId(),
                found.stream().map(Earning::partnerId).collect(Collectors.toSet())) : Map.of();
        return found.stream().map(one -> EarningAnswer.of(one,
                earning.containsKey(one.partnerId()) ? earning.get(one.partnerId()).name() : null)).toList();
    }
}
