package org.conversions.conversion;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which click a sale or a trial goes back to, and why (DESIGN §4). Pure: the same clicks in any order give the same
 * answer.
 *
 * @param explanation a sentence for the merchant
 */
public record Attribution(Touch touch, String explanation) {

    static final Comparator<Touch> BY_NAMING = Comparator.comparing(Touch::namedAt)
            .thenComparing(AttributionModel.BY_TIME);

    /**
     * @param touches    the buyer's clicks, in any order. One counts when it was made and named before the payment;
     *                   what is learned of a buyer later does not move the payments of before
     * @param ownClickId the click that the purchase itself names, or null: it counts whenever it was named, and is the
     *                   last one (DESIGN §4: the one the event names, else the customer's)
     * @param paidAt     when the sale was paid. Stripe tells whole seconds: all of that second is before
     * @return empty when there is no click at all
     */
    public static Optional<Attribution> of(AttributionModel model, Collection<Touch> touches, String ownClickId,
                                           Instant paidAt) {
        Instant paid = Instant.ofEpochSecond(paidAt.getEpochSecond(), 999_999_999);
        List<Touch> before = credible(touches.stream().filter(touch -> !touch.clickedAt().isAfter(paid)
                && (touch.clickId().equals(ownClickId) || !touch.namedAt().isAfter(paid))).toList(), ownClickId);
        if (before.isEmpty()) {
            return touches.stream().min(BY_NAMING).map(first ->
                    new Attribution(first, "The buyer's first click was made or named after the payment"));
        }
        boolean first = model == AttributionModel.FIRST_CLICK;
        Optional<Touch> own = before.stream().filter(touch -> touch.clickId().equals(ownClickId)).findFirst();
        if (own.isPresent() && !first && before.size() > 1) {
            return own.map(touch -> new Attribution(touch, "The click that the purchase itself names"));
        }
        Touch chosen = (first ? before.stream().min(AttributionModel.BY_TIME)
                : before.stream().max(AttributionModel.BY_TIME)).orElseThrow();
        return Optional.of(new Attribution(chosen, before.size() == 1
                ? "The one click that brought the buyer"
                : "The " + (first ? "first" : "last") + " of " + before.size()
                        + " clicks that brought the buyer before the payment"));
    }

    /** What a page says counts only where the merchant and Stripe say nothing. */
    private static List<Touch> credible(List<Touch> touches, String ownClickId) {
        List<Touch> verified = touches.stream()
                .filter(touch -> !touch.unverified() || touch.clickId().equals(ownClickId)).toList();
        return verified.isEmpty() ? touches : verified;
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
