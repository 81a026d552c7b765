package org.conversions.web.track;

import jakarta.validation.constraints.NotNull;

/** The answer to a visit. */
public record VisitAnswer(@NotNull String clickId) {
}
