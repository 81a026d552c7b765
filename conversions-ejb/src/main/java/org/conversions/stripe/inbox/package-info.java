/**
 * Stripe's deliveries: verified over the raw bytes, stored before they are answered, then worked off in batches, each buyer's in
 * a lane of its own (see {@link org.conversions.stripe.lane}); several nodes share the lanes. Its workers are in {@code
 * stripe.inbox.work}, what wakes events that wait in {@code stripe.inbox.waiting}.
 * A row is one of: received, queued (announced on a JMS queue), waiting (for something that has not come yet), processed,
 * ignored, unmatched (waited in vain; placed all the same when it comes) or failed. It says why, in a code and a sentence, and what it changed.
 */
package org.conversions.stripe.inbox;
