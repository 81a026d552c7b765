/**
 * Exchange rates by day: those that come with the application, from a file or an address that the operator
 * names, and from a workspace for itself. A sale in another currency asks {@link org.conversions.exchange.ExchangeRates};
 * without a rate it gets none, and {@link org.conversions.exchange.RatesArrived} says when to ask again.
 *
 * <p>The rate that holds is the newest that is not after the day of the sale. A workspace that has set a rate of its own for a
 * currency uses its own, and the server's only for days before the first of them. Of the server's rates of one day, the
 * operator's file wins over the fetched ones, and those over the bundled ones ({@link org.conversions.exchange.RateSource}).
 * A rate that jumps is held until it is confirmed ({@link org.conversions.exchange.JumpPolicy}).
 */
package org.conversions.exchange;
