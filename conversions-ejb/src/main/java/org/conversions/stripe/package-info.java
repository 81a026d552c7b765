/**
 * Everything that knows Stripe: {@code connect} (whose account), {@code inbox} (verify, store, wait, replay) and
 * {@code event} (one reader for each Stripe object, one handler for each kind of Stripe event).
 */
package org.conversions.stripe;
