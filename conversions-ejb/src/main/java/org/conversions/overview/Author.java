package org.conversions.overview;

/** The person who wrote a note or saved a view. */
public record Author(String id, String name) {
}
