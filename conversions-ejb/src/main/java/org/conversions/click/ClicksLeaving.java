package org.conversions.click;

import java.time.Instant;

/** CDI event: clicks that are older will be removed in the transaction that is under way, or right after it. */
public record ClicksLeaving(Instant before) {
}
