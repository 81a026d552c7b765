package org.conversions.link;

/** A tag as other rooms and clients see it. @param color one of {@link Tags#COLORS} */
public record TagView(String id, String name, String color) {
}
