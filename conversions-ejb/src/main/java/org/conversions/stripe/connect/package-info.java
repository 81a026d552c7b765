/**
 * Which Stripe account, in which of Stripe's worlds, belongs to which workspace, the secrets it signs with, and the
 * gateway by which Stripe is asked about it.
 */
package org.conversions.stripe.connect;
