package org.conversions.report.object;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.click.Click;
import org.conversions.click.Clicks;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.Json;
import org.conversions.platform.Word;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.object.StripeObjectView.Earned;
import org.conversions.report.object.StripeObjectView.EventLine;
import org.conversions.sale.SaleDetails;
import org.conversions.sale.SaleList;
import org.conversions.workspace.Mode;

/** Finds what a Stripe object means here, or why it means nothing: in a dozen statements, however much there is of it. */
@Stateless
public class StripeObjects {

    /** Bounds the sales and the events that are shown, and the names that an object is looked for by. */
    public static final int SHOWN_MAX = 50;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private SaleList sales;
    @Inject
    private Customers customers;
    @Inject
    private Links links;
    @Inject
    private Clicks clicks;
    @Inject
    private Partners partners;

    /** An event, and what it names. */
    private record Found(EventLine line, String stripeCustomerId, Set<String> saleIds) {
    }

    private record Place(WorkspaceId workspaceId, Mode mode) {
    }

    /** @return empty when the workspace has heard nothing of it in that mode */
    public Optional<StripeObjectView> find(WorkspaceId workspaceId, Mode mode, StripeObjectKind kind, String id) {
        Place place = new Place(workspaceId, mode);
        String stripeCustomerId = kind == StripeObjectKind.CUSTOMER ? id
                : kind == StripeObjectKind.SUBSCRIPTION ? customerOf(place, id) : null;
        Set<String> names = names(place, kind, id);
        List<Found> events = events(place, names, kind == StripeObjectKind.CUSTOMER ? id : null);
        Optional<CustomerView> known = Optional.ofNullable(stripeCustomerId)
                .flatMap(name -> customers.byStripeCustomer(workspaceId, mode, name));
        List<SaleDetails> bought = sales(place, names, events, known.map(CustomerView::id).orElse(null));
        Optional<CustomerView> buyer = known.or(() -> buyer(place, bought, events));
        if (events.isEmpty() && bought.isEmpty() && buyer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(view(place, kind, id, buyer.orElse(null), bought,
                events.stream().map(Found::line).toList()));
    }

    private StripeObjectView view(Place place, StripeObjectKind kind, String id, CustomerView buyer, List<SaleDetails> bought,
                                  List<EventLine> events) {
        // One purchase goes back to its own click; a buyer who bought nothing yet, to the last one.
        boolean person = kind == StripeObjectKind.CUSTOMER || kind == StripeObjectKind.SUBSCRIPTION;
        CustomerClick last = bought.isEmpty() && person && buyer != null ? last(customers.clicksOf(buyer.id())) : null;
        LinkId linkId = !bought.isEmpty() ? bought.get(0).sale().linkId() : last == null ? null : last.linkId();
        ClickId clickId = !bought.isEmpty() ? bought.get(0).sale().clickId() : last == null ? null : last.clickId();
        LinkView link = linkId == null ? null : links.byIds(place.workspaceId(), List.of(linkId)).get(linkId);
        Click click = clickId == null ? null : clicks.byIds(place.workspaceId(), List.of(clickId)).get(clickId);
        Map<String, Earned> earned = commissions(place, bought);
        PartnerId partnerId = Stream.concat(bought.stream().map(sale -> earned.get(sale.sale().id().value())).filter(Objects::nonNull)
                .map(Earned::partnerId), Stream.ofNullable(link).map(LinkView::partnerId).filter(Objects::nonNull))
                .findFirst().orElse(null);
        PartnerView partner = partnerId == null ? null : partners.byIds(place.workspaceId(), List.of(partnerId)).get(partnerId);
        return new StripeObjectView(id, kind, link, click, buyer, partner, bought, earned, events);
    }

    private static CustomerClick last(List<CustomerClick> clicks) {
        // A discount code brought the buyer only for want of a click.
        return clicks.stream().max(Comparator.comparing((CustomerClick click) -> click.codeId() == null)
                .thenComparing(CustomerClick::clickedAt)).orElse(null);
    }

    private Optional<CustomerView> buyer(Place place, List<SaleDetails> bought, List<Found> events) {
        if (!bought.isEmpty()) {
            CustomerId id = bought.get(0).sale().customerId();
            return Optional.ofNullable(customers.byIds(place.workspaceId(), List.of(id)).get(id));
        }
        return events.stream().map(Found::stripeCustomerId).filter(Objects::nonNull).findFirst()
                .flatMap(name -> customers.byStripeCustomer(place.workspaceId(), place.mode(), name));
    }

    private String customerOf(Place place, String subscriptionId) {
        List<?> found = database.createNativeQuery("select stripe_customer_id from stripe_subscription"
                        + " where workspace_id = :workspace and mode = :mode and subscription_id = :subscription", String.class)
                .setParameter("workspace", place.workspaceId()).setParameter("mode", place.mode().text())
                .setParameter("subscription", subscriptionId).getResultList();
        return found.isEmpty() ? null : (String) found.get(0);
    }

    /** Returns the ids under which events and sales of the object are known: its payments, its purchases, what went back. */
    private Set<String> names(Place place, StripeObjectKind kind, String id) {
        Set<String> names = new LinkedHashSet<>(Set.of(id));
        if (kind == StripeObjectKind.PAYMENT) {
            names.addAll(names(place, "select sale_key from stripe_payment where workspace_id = :workspace and mode = :mode"
                    + " and payment_id in (:names)", names));
        }
        if (kind != StripeObjectKind.CUSTOMER && kind != StripeObjectKind.SUBSCRIPTION) {
            names.addAll(names(place, "select payment_id from stripe_payment where workspace_id = :workspace and mode = :mode"
                    + " and sale_key in (:names)", names));
            names.addAll(names(place, "select object_id from stripe_refund where workspace_id = :workspace and mode = :mode"
                    + " and payment_intent_id in (:names)", names));
            names.addAll(names(place, "select object_id from stripe_refund where workspace_id = :workspace and mode = :mode"
                    + " and charge_id in (:names)", names));
        }
        return names.stream().limit(SHOWN_MAX).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<String> names(Place place, String sql, Set<String> known) {
        return database.createNativeQuery(sql, String.class)
                .setParameter("workspace", place.workspaceId()).setParameter("mode", place.mode().text())
                .setParameter("names", List.copyOf(known)).setMaxResults(SHOWN_MAX).getResultStream()
                .map(String.class::cast).toList();
    }

    /** @param stripeCustomerId whose events are asked for; null to ask by names */
    private List<Found> events(Place place, Set<String> names, String stripeCustomerId) {
        return database.createQuery("select e.id as id, e.stripeEventId as stripeEventId, e.type as type, e.objectId as objectId,"
                        + " e.state as state, e.reason as reason, e.explanation as explanation, e.effects as effects,"
                        + " e.stripeCustomerId as customer, e.occurredAt as occurredAt from StoredEvent e"
                        + " where e.workspaceId = :workspace and e.mode = :mode and "
                        + (stripeCustomerId == null ? "e.objectId in :names" : "e.stripeCustomerId in :names")
                        + " order by e.id desc", Tuple.class)
                .setParameter("workspace", place.workspaceId()).setParameter("mode", place.mode().text())
                .setParameter("names", stripeCustomerId == null ? names : Set.of(stripeCustomerId))
                .setMaxResults(SHOWN_MAX).getResultStream().map(StripeObjects::event).toList();
    }

    private static Found event(Tuple row) {
        Word reason = row.get("reason", Word.class);
        String effects = row.get("effects", String.class);
        Set<String> saleIds = new LinkedHashSet<>();
        if (effects != null) {
            Json.read(effects).forEach(effect -> {
                if (effect.path("type").asText().equals("sale")) {
                    saleIds.add(effect.path("id").asText());
                }
            });
        }
        return new Found(new EventLine(row.get("id", String.class), row.get("stripeEventId", String.class),
                row.get("type", String.class), row.get("objectId", String.class), row.get("state", Word.class).text(),
                reason == null ? null : reason.text(), row.get("explanation", String.class),
                row.get("occurredAt", Instant.class)), row.get("customer", String.class), saleIds);
    }

    private List<SaleDetails> sales(Place place, Set<String> names, List<Found> events, CustomerId customerId) {
        Set<String> ids = new LinkedHashSet<>();
        if (customerId == null) {
            events.stream().map(Found::saleIds).forEach(ids::addAll);
        }
        ids.addAll(database.createQuery("select s.id from Sale s where s.workspaceId = :workspace and s.mode = :mode and "
                        + (customerId == null ? "s.saleKey in :names" : "s.customerId in :names")
                        + " order by s.id desc", String.class)
                .setParameter("workspace", place.workspaceId()).setParameter("mode", place.mode())
                .setParameter("names", customerId == null ? names : Set.of(customerId))
                .setMaxResults(SHOWN_MAX).getResultList());
        return sales.ofIds(place.workspaceId(), ids).stream()
                .sorted(Comparator.comparing((SaleDetails sale) -> sale.sale().paidAt()).reversed()).limit(SHOWN_MAX).toList();
    }

    private Map<String, Earned> commissions(Place place, List<SaleDetails> bought) {
        if (bought.isEmpty()) {
            return Map.of();
        }
        Map<String, Earned> earned = new HashMap<>();
        database.createQuery("select c.commissionKey, c.id, c.partnerId, c.status, c.currency, c.earnings from Commission c"
                        + " where c.workspaceId = :workspace"
                        + " and c.commissionKey in :sales and c.earned <> 0 order by c.id", Object[].class)
                .setParameter("workspace", place.workspaceId())
                .setParameter("sales", bought.stream().map(sale -> sale.sale().id().value()).toList()).getResultStream()
                .forEach(row -> earned.put((String) row[0], new Earned((String) row[1], (PartnerId) row[2],
                        ((Word) row[3]).text(), ((Number) row[5]).longValue(), (String) row[4])));
        return earned;
    }
}
