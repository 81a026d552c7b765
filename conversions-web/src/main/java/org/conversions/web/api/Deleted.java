package org.conversions.web.api;

import org.conversions.web.openapi.Required;


/** The answer to every deletion. */
public record Deleted(@Required String id) {
}
