package org.conversions.partner.tag;

/** A tag of partners. */
public record PartnerTagView(String id, String name) {
}
