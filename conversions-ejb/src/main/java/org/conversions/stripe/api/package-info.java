/**
 * Stripe's API: whom it is asked for, what it answers, and how it is told whether something was signed by Stripe. Nothing here
 * knows a workspace; a question brings the key that it is asked with ({@link org.conversions.stripe.api.StripeAccess}).
 */
package org.conversions.stripe.api;
