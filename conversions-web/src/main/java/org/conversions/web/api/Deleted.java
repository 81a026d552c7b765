package org.conversions.web.api;

import jakarta.validation.constraints.NotNull;

/** The answer to every deletion. */
public record Deleted(@NotNull String id) {
}
