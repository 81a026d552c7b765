package org.conversions.conversion;

import java.time.Instant;

/** A click that brought the buyer, as attribution sees it. */
public record Touch(String clickId, String linkId, Instant clickedAt) {
}
