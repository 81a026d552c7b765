package org.conversions.link.tag;

import jakarta.validation.constraints.NotNull;

/** A tag as other rooms and clients see it. @param color one of {@link Tags#COLORS} */
public record TagView(@NotNull String id, @NotNull String name, @NotNull String color) {
}
