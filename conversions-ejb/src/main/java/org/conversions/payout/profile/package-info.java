/**
 * Payout profiles: where the money of a partner goes, checked, sealed, and changed only after a waiting time; and the payer, from
 * whose account it comes.
 */
package org.conversions.payout.profile;
