package org.conversions.link.domain;

/** CDI event: what is known of a domain has changed, in the transaction that is under way. */
public record DomainChanged(String slug) {
}
