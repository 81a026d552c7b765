package org.conversions.stripe.inbox;

import java.util.Set;

/** Fired when Stripe events have been stored, to be worked off at once. @param lanes those that they are in */
public record EventsReceived(Set<Integer> lanes) {
}
