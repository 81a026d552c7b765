/**
 * What Stripe's events mean: one small reader for each Stripe object, tolerant of every API version, and one handler
 * for each kind of event. A handler always ends in an {@link org.conversions.stripe.event.Outcome} with a reason and
 * may be run again at any time, in any order: what it did before it finds done.
 *
 * <p>Nothing follows from one event alone. Payments say what they paid for ({@link
 * org.conversions.stripe.event.Payments}), refunds, disputes and credit notes say what went back
 * ({@link org.conversions.stripe.event.ReturnedMoneyRecords}), and what is left of a sale follows from all that was told
 * by then ({@link org.conversions.stripe.event.RefundPolicy}).
 */
package org.conversions.stripe.event;
