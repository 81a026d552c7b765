package org.conversions.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.conversions.click.Click;
import org.conversions.money.Money;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;

/**
 * A click, lead or sale in the feed. What does not belong to its kind is null.
 *
 * @param clickId   also when the click is not known any more
 * @param click     null when it is not
 * @param uncounted the reason why a visit was not counted
 */
public record FeedEvent(String id, Instant at, String name, LinkId linkId, ClickId clickId, Click click, String uncounted,
                        CustomerId customerId, Sale sale, JsonNode metadata) {

    /**
     * The money of a sale.
     *
     * @param amount   minor units of the currency, as sold
     * @param refunded the part of it that was taken back
     * @param original the amount that the buyer saw and paid, or else the one that was sold, before it was converted
     */
    public record Sale(long amount, long refunded, String currency, Money original, String invoiceId,
                       String paymentProcessor) {
    }
}
