/** What Stripe says of a customer, and whose buyer that is. */
package org.conversions.stripe.buyer;
