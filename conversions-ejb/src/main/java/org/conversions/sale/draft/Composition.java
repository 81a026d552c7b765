package org.conversions.sale.draft;

import org.conversions.money.Share;

/**
 * What a report says of the parts of a payment. Pure.
 *
 * @param untaxed  the share of what the buyer paid that counts, which is without tax
 * @param shipping the share of what counts that was paid for shipping; null when the report does not say
 */
public record Composition(Share untaxed, Share shipping) {

    /** A report of an amount and nothing else. */
    public static final Composition UNKNOWN = new Composition(Share.ALL, null);
}
