package org.conversions.attribution;

import java.time.Instant;
import java.util.Comparator;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.NamedBy;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;

/**
 * A click that brought the buyer, or a discount code that did so, as attribution sees it.
 *
 * @param namedAt    when it was first reported that it did
 * @param unverified true when only a page has said so
 * @param codeId     the discount code that stands for a click; null for a click
 */
public record Touch(ClickId clickId, LinkId linkId, Instant clickedAt, Instant namedAt, boolean unverified,
                    String codeId) {

    static final Comparator<Touch> BY_TIME = Comparator.comparing(Touch::clickedAt).thenComparing(Touch::clickId);

    Touch(ClickId clickId, LinkId linkId, Instant clickedAt, Instant namedAt, boolean unverified) {
        this(clickId, linkId, clickedAt, namedAt, unverified, null);
    }

    boolean isCode() {
        return codeId != null;
    }

    public static Touch of(CustomerClick click) {
        return new Touch(click.clickId(), click.linkId(), click.clickedAt(), click.namedAt(),
                click.namedBy() == NamedBy.PAGE, click.codeId());
    }
}
