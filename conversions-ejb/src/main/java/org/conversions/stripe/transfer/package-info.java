/**
 * Payouts by transfers of Stripe Connect: from the merchant's balance to accounts of partners at Stripe, who prove there who they are.
 * A transfer is written down before Stripe is asked, outside of any transaction, by a key that makes it once; a stop in between, or
 * another node, asks first whether it was made.
 */
package org.conversions.stripe.transfer;
