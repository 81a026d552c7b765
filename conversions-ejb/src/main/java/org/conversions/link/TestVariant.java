package org.conversions.link;

/** One of the destinations that a test spreads visitors over. @param percentage its share, as a relative weight */
public record TestVariant(String url, int percentage) {
}
