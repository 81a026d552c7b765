/** Subscriptions: trials that make a lead, and ends by which a customer is lost. */
package org.conversions.stripe.subscription;
