package org.conversions.attribution;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.conversions.platform.id.ClickId;
import org.conversions.workspace.AttributionModel;

/**
 * The click that a sale or a trial goes back to, and why. Pure: the same clicks in any order give the same answer.
 *
 * @param explanation a sentence for the merchant
 */
public record Attribution(Touch touch, String explanation) {

    /**
     * @param touches    the buyer's clicks, in any order. One counts when it was made before the payment. Those that
     *                   were also named before it go first: what is learned of a buyer later moves no payment that
     *                   was credited before
     * @param ownClickId the click that the purchase itself names, or null: it counts whenever it was made and named, and
     *                   is the last one
     * @param paidAt     when the sale was paid. Stripe's times are whole seconds: all of that second is before
     * @return empty when no click counts: none can have brought a purchase that was paid before it
     */
    public static Optional<Attribution> of(AttributionModel model, Collection<Touch> touches, ClickId ownClickId,
                                           Instant paidAt) {
        Instant paid = Instant.ofEpochSecond(paidAt.getEpochSecond(), 999_999_999);
        List<Touch> made = touches.stream()
                .filter(touch -> touch.clickId().equals(ownClickId) || !touch.clickedAt().isAfter(paid)).toList();
        List<Touch> named = made.stream()
                .filter(touch -> touch.clickId().equals(ownClickId) || !touch.namedAt().isAfter(paid)).toList();
        List<Touch> before = credible(named.isEmpty() ? made : named, ownClickId);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        String learned = named.isEmpty() ? ", as was learned after the payment" : "";
        boolean first = model == AttributionModel.FIRST_CLICK;
        Optional<Touch> own = before.stream().filter(touch -> touch.clickId().equals(ownClickId)).findFirst();
        if (own.isPresent() && !first && before.size() > 1) {
            return own.map(touch -> new Attribution(touch, "The click that the purchase itself names"));
        }
        Touch chosen = (first ? before.stream().min(Touch.BY_TIME)
                : before.stream().max(Touch.BY_TIME)).orElseThrow();
        return Optional.of(new Attribution(chosen, (before.size() == 1 ? "The one click that brought the buyer"
                : "The " + (first ? "first" : "last") + " of " + before.size()
                        + " clicks that brought the buyer before the payment") + learned));
    }

    /** Leaves out clicks that only a page has named, unless there are no others. */
    private static List<Touch> credible(List<Touch> touches, ClickId ownClickId) {
        List<Touch> verified = touches.stream()
                .filter(touch -> !touch.unverified() || touch.clickId().equals(ownClickId)).toList();
        return verified.isEmpty() ? touches : verified;
    }

    /**
     * Says that a click may still bring a buyer: the window lies between the click and the lead or purchase that
     * names it. Later payments of the same buyer need no new click.
     *
     * @param windowDays the workspace's window, in days of 24 hours
     */
    public static boolean withinWindow(Instant clickedAt, Instant namedAt, int windowDays) {
        return Duration.between(clickedAt, namedAt).compareTo(Duration.ofDays(windowDays)) <= 0;
    }
}
