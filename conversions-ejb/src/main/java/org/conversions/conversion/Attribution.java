package org.conversions.conversion;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Which click a sale goes back to, and why (DESIGN §4). Pure: the same clicks in any order give the same answer.
 *
 * @param explanation a sentence for the merchant
 */
public record Attribution(Touch touch, String explanation) {

    /**
     * @param touches the buyer's clicks, in any order
     * @param paidAt  when the sale was paid; clicks made later count only when there are no earlier ones
     * @return empty when there is no click at all
     */
    public static Optional<Attribution> of(AttributionModel model, Collection<Touch> touches, Instant paidAt) {
        Optional<Touch> firstEver = touches.stream().min(AttributionModel.BY_TIME);
        if (firstEver.isEmpty()) {
            return Optional.empty();
        }
        long before = touches.stream().filter(touch -> !touch.clickedAt().isAfter(paidAt)).count();
        if (before == 0) {
            return Optional.of(new Attribution(firstEver.get(), "The buyer's first click came after the payment"));
        }
        Touch chosen = model == AttributionModel.FIRST_CLICK
                ? firstEver.get()
                : touches.stream().filter(touch -> !touch.clickedAt().isAfter(paidAt)).max(AttributionModel.BY_TIME)
                        .orElseThrow();
        String which = model == AttributionModel.FIRST_CLICK ? "first" : "last";
        return Optional.of(new Attribution(chosen, before == 1
                ? "The one click that brought the buyer"
                : "The " + which + " of " + before + " clicks that brought the buyer before the payment"));
    }

    /**
     * Whether a click may still bring a buyer: the window lies between the click and the lead or purchase that
     * names it. Later payments of the same buyer need no new click.
     *
     * @param windowDays the workspace's window, in days of 24 hours
     */
    public static boolean withinWindow(Instant clickedAt, Instant namedAt, int windowDays) {
        return Duration.between(clickedAt, namedAt).compareTo(Duration.ofDays(windowDays)) <= 0;
    }
}
