/**
 * Connections of Stripe accounts, each in one of Stripe's modes, to workspaces, the secrets they sign with, and the
 * keys by which Stripe is asked about them. An account is connected with proof only ({@link
 * org.conversions.stripe.connect.ProvenAccount}), and its events belong to the connection that held at their own time ({@link
 * org.conversions.stripe.connect.Owner}). Stripe's ids are known by workspace and mode, never by connection.
 */
package org.conversions.stripe.connect;
