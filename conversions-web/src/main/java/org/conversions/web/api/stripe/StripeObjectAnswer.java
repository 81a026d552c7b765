package org.conversions.web.api.stripe;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.conversions.link.domain.ShortDomain;
import org.conversions.report.object.StripeObjectView;
import org.conversions.report.object.StripeObjectView.Earned;
import org.conversions.report.object.StripeObjectView.EventLine;
import org.conversions.sale.SaleDetails;
import org.conversions.web.openapi.Required;

/**
 * A Stripe object as it is known here. Amounts are minor units. What the caller may not read is null.
 *
 * @param kind        customer, payment, invoice, checkout_session or subscription
 * @param tracked     whether a link is credited with it
 * @param reason      the stable code of why not; null when it is tracked
 * @param explanation why it goes back to its click, or why it is not tracked
 * @param link        that brought it: of several sales, the newest one
 * @param sales       at most 50, the newest first; of a subscription, those of its customer
 * @param commission  of all the sales together; null when there is none, or in several currencies
 * @param events      at most 50, the newest first, to be replayed by their ids
 */
public record StripeObjectAnswer(
        @Required String id, @Required String kind, boolean tracked, String reason, String explanation, Link link, Click click,
        Customer customer, Partner partner, @Required List<Sale> sales, Commission commission, @Required List<Event> events) {

    /** A short link. */
    public record Link(@Required String id, @Required String shortLink, @Required String url) {
    }

    /** A click. @param at null when single clicks of then are not kept any more */
    public record Click(@Required String id, Instant at, String country) {
    }

    /** The buyer. */
    public record Customer(@Required String id, @Required String externalId, String name, String email) {
    }

    /** The partner who is credited. */
    public record Partner(@Required String id, @Required String name, String email) {
    }

    /** A sale, and what it earned the partner. @param netAmount what is left of it */
    public record Sale(@Required String id, String invoiceId, @Required String kind, long amount, long netAmount,
                       @Required String currency, boolean disputed, @Required Instant paidAt, Commission commission) {
    }

    /** @param id null for several together. @param status null when theirs differ */
    public record Commission(String id, long earnings, @Required String currency, String status) {
    }

    /** An event, and what became of it. */
    public record Event(@Required String id, @Required String stripeEventId, @Required String type, String objectId,
                        @Required String state, String reason, String explanation, Instant createdAt) {
    }

    /** The parts that the caller may read. */
    record Readable(boolean customers, boolean partners, boolean commissions) {
    }

    static StripeObjectAnswer of(StripeObjectView view, Readable readable, ShortDomain domain) {
        List<Sale> sales = view.sales().stream().map(sale -> sale(sale,
                readable.commissions() ? view.commissions().get(sale.sale().id().value()) : null)).toList();
        EventLine why = view.tracked() ? null : view.untracked().orElse(null);
        return new StripeObjectAnswer(view.id(), view.kind().text(), view.tracked(), why == null ? null : why.reason(),
                !view.sales().isEmpty() ? view.sales().get(0).attribution() : why == null ? null : why.explanation(),
                view.link() == null ? null : new Link(view.link().id().value(),
                        domain.shortLink(view.link().domain(), view.link().key()), view.link().url()),
                view.click() == null ? null : new Click(view.click().id().value(), view.click().clickedAt(),
                        view.click().details().place().country()),
                !readable.customers() || view.customer() == null ? null : new Customer(view.customer().id().value(),
                        view.customer().externalId(), view.customer().name(), view.customer().email()),
                !readable.partners() || view.partner() == null ? null : new Partner(view.partner().id().value(), view.partner().name(),
                        view.partner().email()),
                sales, together(sales), view.events().stream().map(event -> new Event(event.id(), event.stripeEventId(),
                        event.type(), event.objectId(), event.state(), event.reason(), event.explanation(),
                        event.createdAt())).toList());
    }

    private static Sale sale(SaleDetails details, Earned earned) {
        return new Sale(details.sale().id().value(), details.sale().invoiceId(), details.sale().kind().text(),
                details.sale().amount().minor(), details.net(), details.sale().amount().currency(), details.sale().disputed(),
                details.sale().paidAt(), earned == null ? null
                        : new Commission(earned.id(), earned.earnings(), earned.currency(), earned.status()));
    }

    private static Commission together(List<Sale> sales) {
        List<Commission> all = sales.stream().map(Sale::commission).filter(Objects::nonNull).toList();
        if (all.isEmpty() || all.stream().map(Commission::currency).distinct().count() > 1) {
            return null;
        }
        return new Commission(all.size() == 1 ? all.get(0).id() : null, all.stream().mapToLong(Commission::earnings).sum(),
                all.get(0).currency(), all.stream().map(Commission::status).distinct().count() == 1 ? all.get(0).status() : null);
    }
}
