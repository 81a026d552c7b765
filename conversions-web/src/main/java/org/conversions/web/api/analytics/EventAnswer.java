package org.conversions.web.api.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import org.conversions.address.Utm;
import org.conversions.click.ClickTrigger;
import org.conversions.click.visit.VisitDetails;
import org.conversions.report.FeedEvent;
import org.conversions.web.api.customer.CustomerAnswer;
import org.conversions.web.api.link.LinkAnswer;
import org.conversions.web.openapi.Required;

/**
 * A row of the feed: what clients read today and the flat fields that older ones read. What does not belong to the
 * kind of event is left out; within a click everything is there, empty when it is not known.
 *
 * @param uncounted why a visit was not counted; left out of what was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventAnswer(
        @Required String event, @Required Instant timestamp, String eventId, String eventName, @Required Click click,
        @Required LinkAnswer link, CustomerAnswer customer, Sale sale, Long saleAmount,
        @JsonProperty("invoice_id") String flatInvoiceId,
        @JsonProperty("payment_processor") String flatPaymentProcessor, JsonNode metadata, String uncounted,
        @JsonUnwrapped Flat flat) {

    /** The click, as far as it is known. */
    public record Click(
            @Required String id, @Required Instant timestamp, @Required String url, @Required String country,
            @Required String region, @Required String city, @Required String continent, @Required String device,
            @Required String browser, @Required String os, @Required String referer, @Required String refererUrl,
            boolean qr, @Required String ip, String ua, String trigger) {
    }

    /**
     * The sale's own amount, what was refunded of it, and what is left. Minor units.
     *
     * @param originalAmount what the buyer saw and paid, or else what was sold, before it was converted
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Sale(
            long amount, @Required String currency, String invoiceId, @Required String paymentProcessor,
            long refundedAmount, long netAmount, long originalAmount, @Required String originalCurrency) {
    }

    /** The fields of older clients. */
    public record Flat(
            @Required @JsonProperty("click_id") String clickId, @Required @JsonProperty("link_id") String linkId,
            @Required String domain, @Required String key, @Required String url, @Required String continent,
            @Required String country, @Required String city, @Required String device, @Required String browser,
            @Required String os, @Required String ip, int qr) {
    }

    static EventAnswer of(String kind, FeedEvent event, LinkAnswer link, CustomerAnswer customer) {
        org.conversions.click.Click made = event.click() != null ? event.click() : unknown(event);
        VisitDetails details = made.details();
        boolean qr = made.trigger() == ClickTrigger.QR;
        Click click = new Click(made.id().value(), made.clickedAt(), made.url(), details.place().country(),
                details.place().region(), details.place().city(), details.place().continent(), details.agent().device(),
                details.agent().browser(), details.agent().os(), details.referer(), details.refererUrl(), qr, details.ip(),
                details.userAgent(), made.trigger().text());
        Flat flat = new Flat(made.id().value(), link.id(), link.domain(), link.key(), made.url(), details.place().continent(),
                details.place().country(), details.place().city(), details.agent().device(), details.agent().browser(),
                details.agent().os(), details.ip(), qr ? 1 : 0);
        boolean converted = customer != null;
        FeedEvent.Sale sold = event.sale();
        Sale sale = sold == null ? null : new Sale(sold.amount(), sold.currency(), sold.invoiceId(),
                sold.paymentProcessor(), sold.refunded(), sold.amount() - sold.refunded(),
                sold.original().minor(), sold.original().currency());
        // A null of its own kind is written: converted events have the key whether they have metadata or not.
        JsonNode metadata = converted && event.metadata() == null ? NullNode.getInstance() : event.metadata();
        return new EventAnswer(kind, event.at(), converted ? event.id() : null, converted ? event.name() : null,
                click, link, customer, sale, sale == null ? null : sale.amount(),
                sale == null ? null : sale.invoiceId() == null ? "" : sale.invoiceId(),
                sale == null ? null : sale.paymentProcessor(), metadata, event.uncounted(), flat);
    }

    /** A click that is not kept any more, of which the lead or sale still knows id and link. */
    private static org.conversions.click.Click unknown(FeedEvent event) {
        return new org.conversions.click.Click(event.clickId(), null, event.linkId(), event.at(), ClickTrigger.LINK, "",
                VisitDetails.UNKNOWN, new Utm(null, null, null, null, null), null);
    }
}
