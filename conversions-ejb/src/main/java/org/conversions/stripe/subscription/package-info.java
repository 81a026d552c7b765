/** Subscriptions: trials that make a lead, and ends by which a buyer is lost. */
package org.conversions.stripe.subscription;
