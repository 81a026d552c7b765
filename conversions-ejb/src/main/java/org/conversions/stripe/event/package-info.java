/**
 * The contract of a handler of Stripe events. It always ends in an {@link org.conversions.stripe.event.Outcome} with a
 * reason and may be run again at any time, in any order: what it did before it finds done. Nothing follows from one event
 * alone.
 */
package org.conversions.stripe.event;
