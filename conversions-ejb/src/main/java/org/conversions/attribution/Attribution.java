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

    /** The click and the discount code that a purchase itself names; null for none. */
    public record Own(ClickId clickId, String codeId) {

        private boolean is(Touch touch) {
            return touch.isCode() ? touch.codeId().equals(codeId) : touch.clickId().equals(clickId);
        }
    }

    /**
     * @param touches the buyer's clicks, in any order. One counts when it was made before the payment. Those that were also named
     *                before it go first: what is learned of a buyer later moves no payment that was credited before. A discount code
     *                counts only for want of a click
     * @param own     what the purchase itself names: it counts whenever it was made and named, and is the last one
     * @param paidAt  when the sale was paid. Stripe's times are whole seconds: all of that second is before
     * @return empty when no click counts: none can have brought a purchase that was paid before it
     */
    public static Optional<Attribution> of(AttributionModel model, Collection<Touch> touches, Own own, Instant paidAt) {
        Instant paid = Instant.ofEpochSecond(paidAt.getEpochSecond(), 999_999_999);
        List<Touch> made = touches.stream().filter(touch -> own.is(touch) || !touch.clickedAt().isAfter(paid)).toList();
        List<Touch> named = made.stream().filter(touch -> own.is(touch) || !touch.namedAt().isAfter(paid)).toList();
        List<Touch> before = credible(named.isEmpty() ? made : named, own);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        String learned = named.isEmpty() ? ", as was learned after the payment" : "";
        boolean first = model == AttributionModel.FIRST_CLICK;
        boolean codes = before.get(0).isCode();
        Optional<Touch> itself = before.stream().filter(own::is).findFirst();
        if (itself.isPresent() && !first && before.size() > 1) {
            return itself.map(touch -> new Attribution(touch, codes ? "The discount code that the purchase itself names"
                    : "The click that the purchase itself names"));
        }
        Touch chosen = (first ? before.stream().min(Touch.BY_TIME)
                : before.stream().max(Touch.BY_TIME)).orElseThrow();
        return Optional.of(new Attribution(chosen, said(before.size(), first, codes) + learned));
    }

    private static String said(int touches, boolean first, boolean codes) {
        String what = codes ? "discount code" : "click";
        return (touches == 1 ? "The one " + what + " that brought the buyer"
                : "The " + (first ? "first" : "last") + " of " + touches + " " + what + "s that brought the buyer before the payment")
                + (codes ? ", as no click did" : "");
    }

    /** Leaves out codes unless there are no clicks, and clicks that only a page has named, unless there are no others. */
    private static List<Touch> credible(List<Touch> touches, Own own) {
        List<Touch> clicks = touches.stream().filter(touch -> !touch.isCode()).toList();
        if (clicks.isEmpty()) {
            return touches;
        }
        List<Touch> verified = clicks.stream().filter(touch -> !touch.unverified() || own.is(touch)).toList();
        return verified.isEmpty() ? clicks : verified;
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
