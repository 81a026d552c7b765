package org.conversions.link;

/** CDI event: what an address leads to has changed, in the transaction that is under way. */
public record LinkChanged(String domain, String key) {
}
