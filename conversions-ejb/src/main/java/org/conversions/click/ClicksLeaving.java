package org.conversions.click;

import java.time.Instant;

/** CDI event: clicks that are older will be removed in the transaction that is under way, once all observers have returned. */
public record ClicksLeaving(Instant before) {
}
