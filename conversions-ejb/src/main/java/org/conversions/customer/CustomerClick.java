package org.conversions.customer;

import java.time.Instant;

/** A click that brought a customer. */
public record CustomerClick(String clickId, String linkId, Instant clickedAt) {
}
