/**
 * Everything that knows Stripe. A Stripe event comes in at {@code inbox}, which verifies and stores it, finds its account
 * in {@code connect}, and hands it to the handler of its type: {@code buyer}, {@code subscription}, {@code payment} or
 * {@code refund}, each of which reads {@code object}s and answers in the words of {@code event}. What an event lacks, {@code
 * lookup} asks Stripe for by {@code api}; what was never delivered, {@code catchup} does.
 */
package org.conversions.stripe;
