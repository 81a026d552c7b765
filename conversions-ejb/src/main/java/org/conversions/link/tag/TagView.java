package org.conversions.link.tag;

/** A tag as other rooms and clients see it. @param color one of {@link Tags#COLORS} */
public record TagView(String id, String name, String color) {
}
