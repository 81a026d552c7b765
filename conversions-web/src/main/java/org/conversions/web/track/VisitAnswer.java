package org.conversions.web.track;

/** The answer to a visit. */
public record VisitAnswer(String clickId) {
}
