/** Asks Stripe what an event lacks that waits: which purchase a payment was for, and who a customer is, and which code a discount came from. */
package org.conversions.stripe.lookup;
