/**
 * Workers of the inbox: what has come in goes through {@link org.conversions.stripe.inbox.InboxProcessor} in batches, lane by lane,
 * and what goes over a JMS queue one by one.
 */
package org.conversions.stripe.inbox.work;
