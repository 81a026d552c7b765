/** Stripe's events as the merchant sees them, with what became of each and replay, and the inbox as the operator sees it. */
package org.conversions.stripe.inbox.view;
