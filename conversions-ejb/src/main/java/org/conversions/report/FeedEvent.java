package org.conversions.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.conversions.click.Click;

/**
 * A click, lead or sale in the feed. What does not belong to its kind is null.
 *
 * @param clickId   also when the click is not known any more
 * @param click     null when it is not
 * @param uncounted the reason why a visit was not counted
 */
public record FeedEvent(String id, Instant at, String name, String linkId, String clickId, Click click, String uncounted,
                        String customerId, FeedSale sale, JsonNode metadata) {
}
