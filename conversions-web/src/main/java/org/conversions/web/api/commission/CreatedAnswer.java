package org.conversions.web.api.commission;

import org.conversions.web.openapi.Required;

/** The answer to a commission that was asked for. @param message what was made, for people */
public record CreatedAnswer(boolean success, @Required String message) {
}
