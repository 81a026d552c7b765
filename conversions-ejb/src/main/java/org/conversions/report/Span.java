package org.conversions.report;

import java.time.Instant;

/** A stretch of time. @param from null for from the beginning @param to not included; null for without an end */
record Span(Instant from, Instant to) {
}
