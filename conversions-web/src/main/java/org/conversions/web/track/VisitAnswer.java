package org.conversions.web.track;

import org.conversions.web.openapi.Required;


/** The answer to a visit. */
public record VisitAnswer(@Required String clickId) {
}
