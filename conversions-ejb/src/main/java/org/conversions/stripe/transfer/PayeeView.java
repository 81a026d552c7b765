package org.conversions.stripe.transfer;

import java.util.List;

/**
 * The account of a partner at Stripe.
 *
 * @param ready whether money can be sent to it
 * @param due   what Stripe wants to know before that
 * @param url   where the partner goes on at Stripe, for some minutes and once; null when it was not asked for
 */
public record PayeeView(String accountId, boolean ready, List<String> due, String url) {
}
