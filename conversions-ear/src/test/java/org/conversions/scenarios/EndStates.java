package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conversions.commission.CommissionFilter;
import org.conversions.commission.CommissionList;
import org.conversions.commission.CommissionView;
import org.conversions.customer.CustomerView;
import org.conversions.platform.Page;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.Analytics;
import org.conversions.report.Choice;
import org.conversions.report.Counted;
import org.conversions.report.EventFeed;
import org.conversions.report.FeedEvent;
import org.conversions.report.FeedQuery;
import org.conversions.report.FiguresFilter;
import org.conversions.report.Grouping;
import org.conversions.report.Period;
import org.conversions.report.Trait;
import org.conversions.report.customer.CustomerFilter;
import org.conversions.report.customer.CustomerList;
import org.conversions.report.customer.CustomerOrder;
import org.conversions.sale.SaleDetails;
import org.conversions.sale.SaleFilter;
import org.conversions.sale.SaleList;
import org.conversions.report.total.CustomerFigures;
import org.conversions.report.total.LinkFigures;
import org.conversions.report.total.Totals;
import org.conversions.workspace.Mode;

/**
 * The end states of all stories of a workspace, read in pages from where the API reads it. What is counted of a link,
 * what its feed shows and what its sales say one by one have to agree.
 */
@Dependent
class EndStates {

    private static final int LINKS_AT_ONCE = 500;

    @Inject
    private Totals totals;
    @Inject
    private Analytics analytics;
    @Inject
    private SaleList sales;
    @Inject
    private EventFeed feed;
    @Inject
    private CommissionList commissions;
    @Inject
    private CustomerList customers;
    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    private final Map<String, EndState> byLink = new HashMap<>();

    /**
     * @param named the buyer of whose story a link is a part, by the link
     * @return what is to be seen of each link
     */
    Map<String, EndState> read(WorkspaceId workspaceId, List<StoryInServer> stories, Map<String, StripeBuyer> named) {
        figures(workspaceId, stories);
        sales(workspaceId);
        Map<String, String> linkOfPartner = stories.stream()
                .collect(Collectors.toMap(StoryInServer::partnerId, StoryInServer::linkId));
        pages(CommissionView::id, page -> commissions.list(new CommissionFilter(workspaceId, Mode.LIVE, null, null,
                null, null, null, null, null, null, null, null), false, true, page)).forEach(earned ->
                add(linkOfPartner.get(earned.subject().partnerId().value()), state -> state.commission(earned.type(), earned.sums().earnings(),
                        earned.sums().gross(), earned.quantity(), earned.status().text())));
        feed(query(workspaceId), feed::leads).forEach(lead ->
                add(lead.linkId().value(), state -> state.lead(lead.name())));
        buyers(workspaceId, named);
        return byLink;
    }

    private void figures(WorkspaceId workspaceId, List<StoryInServer> stories) {
        List<String> links = stories.stream().map(StoryInServer::linkId).toList();
        for (int from = 0; from < links.size(); from += LINKS_AT_ONCE) {
            List<String> some = links.subList(from, Math.min(links.size(), from + LINKS_AT_ONCE));
            Map<LinkId, LinkFigures> known = totals.linkFigures(workspaceId, some.stream().map(LinkId::new).toList(), Mode.LIVE);
            var counted = analytics.split(new FiguresFilter(workspaceId, Mode.LIVE,
                    Map.of(Trait.LINK, new Choice(Set.copyOf(some), Set.of())), null, null, false), allTime(),
                    Grouping.TOP_LINKS, Counted.COMPOSITE).figures();
            for (String link : some) {
                LinkFigures total = known.get(new LinkId(link));
                Figures figures = new Figures(total.clicks(), total.leads(), total.conversions(), total.sales(),
                        total.grossAmount(), total.refunds(), total.refundedAmount());
                var row = counted.get(List.of(link));
                assertThat(new Figures(row.clicks(), row.leads(), figures.buyers(), row.sales(), row.grossAmount(),
                        row.refunds(), row.refundedAmount())).as("statistics of the link %s", link).isEqualTo(figures);
                byLink.put(link, EndState.of(figures));
            }
        }
    }

    private void sales(WorkspaceId workspaceId) {
        List<SaleDetails> all = pages(found -> found.sale().id().value(), page -> sales.list(new SaleFilter(workspaceId, Mode.LIVE, null,
                null, null, null, null, null, null, null), true, page));
        all.forEach(found -> add(found.sale().linkId().value(), state -> state.sale(found.sale().kind().text(),
                found.sale().amount().minor(), found.refunded(), found.refunds(), found.sale().disputed(),
                found.price().counted().minor())));
        Map<String, List<SaleDetails>> byLinks = all.stream().collect(Collectors.groupingBy(found -> found.sale().linkId().value()));
        Map<String, List<FeedEvent>> shown = feed(query(workspaceId), feed::sales).stream()
                .collect(Collectors.groupingBy(event -> event.linkId().value()));
        byLink.forEach((link, state) -> agree(link, state.figures(), byLinks.getOrDefault(link, List.of()),
                shown.getOrDefault(link, List.of())));
    }

    private static void agree(String link, Figures figures, List<SaleDetails> sales, List<FeedEvent> shown) {
        long gross = sales.stream().mapToLong(found -> found.sale().amount().minor()).sum();
        long refunded = sales.stream().mapToLong(SaleDetails::refunded).sum();
        long refunds = sales.stream().mapToLong(SaleDetails::refunds).sum();
        assertThat(figures).as("figures of the link %s and its sales one by one", link).isEqualTo(new Figures(
                figures.clicks(), figures.leads(), figures.buyers(), sales.size(), gross, refunds, refunded));
        assertThat(List.of(shown.stream().mapToLong(event -> event.sale().amount()).sum(),
                shown.stream().mapToLong(event -> event.sale().refunded()).sum())).as("feed of the link %s", link)
                .isEqualTo(List.of(gross, refunded));
    }

    private void buyers(WorkspaceId workspaceId, Map<String, StripeBuyer> named) {
        CustomerFilter everybody = new CustomerFilter(workspaceId, Mode.LIVE, null, null, null, null, null, null, null);
        Map<CustomerId, CustomerView> buyers = pages(found -> found.id().value(), page ->
                customers.list(everybody, CustomerOrder.CREATED_AT, true, page)).stream()
                .collect(Collectors.toMap(CustomerView::id, Function.identity()));
        Map<CustomerId, CustomerFigures> bought = totals.customerFigures(workspaceId, buyers.keySet());
        database.createNativeQuery("select c.customer_id, c.link_id from customer_click c join customer b"
                        + " on b.id = c.customer_id where b.workspace_id = :workspace and b.merged_into is null")
                .setParameter("workspace", workspaceId).getResultList().forEach(row -> {
                    CustomerView buyer = buyers.get(new CustomerId((String) ((Object[]) row)[0]));
                    CustomerFigures figures = bought.getOrDefault(buyer.id(), CustomerFigures.NONE);
                    String link = (String) ((Object[]) row)[1];
                    add(link, state -> state.buyer(named.get(link), buyer.name(), buyer.externalId(),
                            buyer.stripeCustomerId(), figures.sales(), figures.refunds(), figures.netAmount(),
                            buyer.subscriptionCanceledAt() != null));
                });
    }

    private void add(String link, Function<EndState, EndState> more) {
        byLink.computeIfPresent(link, (same, state) -> more.apply(state));
    }

    private static FiguresFilter query(WorkspaceId workspaceId) {
        return new FiguresFilter(workspaceId, Mode.LIVE, Map.of(), null, null, false);
    }

    private static Period allTime() {
        return Period.of("all", null, null, ZoneOffset.UTC, Instant.now());
    }

    private static List<FeedEvent> feed(FiguresFilter filter, Function<FeedQuery, List<FeedEvent>> kind) {
        List<FeedEvent> all = new ArrayList<>();
        List<FeedEvent> page;
        int number = 0;
        do {
            page = kind.apply(new FeedQuery(filter, allTime(), false, ++number, LINKS_AT_ONCE, true));
            all.addAll(page);
        } while (page.size() == LINKS_AT_ONCE);
        return all;
    }

    private static <T> List<T> pages(Function<T, String> id, Function<Page, List<T>> list) {
        List<T> all = new ArrayList<>();
        List<T> page;
        do {
            String last = all.isEmpty() ? null : id.apply(all.get(all.size() - 1));
            page = list.apply(new Page(1, Page.SIZE_MAX, last, null));
            all.addAll(page);
        } while (page.size() == Page.SIZE_MAX);
        return all;
    }
}
