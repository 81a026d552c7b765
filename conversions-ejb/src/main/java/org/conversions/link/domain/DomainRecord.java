package org.conversions.link.domain;

/** The DNS record by which a workspace proves that a domain is its own. Only the owner of the domain can set it. */
public record DomainRecord(String type, String name, String value) {

    private static final String LABEL = "_conversions.";
    private static final String VALUE = "conversions-verification=";

    static DomainRecord of(String slug, String token) {
        return new DomainRecord("TXT", LABEL + slug, VALUE + token);
    }
}
