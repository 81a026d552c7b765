package org.conversions.payout.statement;

import org.conversions.payout.profile.PostalAddress;

/**
 * One of the two whom a statement is between, as on the day it was made.
 *
 * @param address null when none is known
 * @param email   of a partner; null for the payer
 */
public record Party(String name, PostalAddress address, String email) {
}
