/**
 * The Stripe App of this server: its sources, which the build takes from {@code config/stripe-app}, made for the server's
 * address and packed.
 */
package org.conversions.web.api.stripe.app;
