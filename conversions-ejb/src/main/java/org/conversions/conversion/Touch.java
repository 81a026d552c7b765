package org.conversions.conversion;

import java.time.Instant;
import org.conversions.customer.CustomerClick;

/**
 * A click that brought the buyer, as attribution sees it.
 *
 * @param namedAt when somebody first said that it did
 */
public record Touch(String clickId, String linkId, Instant clickedAt, Instant namedAt) {

    static Touch of(CustomerClick click) {
        return new Touch(click.clickId(), click.linkId(), click.clickedAt(), click.namedAt());
    }
}
