/**
 * What Stripe's events mean: one small reader for each Stripe object, tolerant of every API version, and one handler
 * for each kind of event. A handler always ends in an {@link org.conversions.stripe.event.Outcome} with a reason and
 * may be run again at any time: what it did before it finds done.
 */
package org.conversions.stripe.event;
