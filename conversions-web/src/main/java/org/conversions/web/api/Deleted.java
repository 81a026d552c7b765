package org.conversions.web.api;

/** The answer to every deletion. */
public record Deleted(String id) {
}
