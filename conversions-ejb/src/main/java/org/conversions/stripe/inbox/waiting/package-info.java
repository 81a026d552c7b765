/** The waiting room: what a transaction brings, and the events that are due again because they wait for it. */
package org.conversions.stripe.inbox.waiting;
