/** Stripe's customers, and the customers that they are. */
package org.conversions.stripe.buyer;
