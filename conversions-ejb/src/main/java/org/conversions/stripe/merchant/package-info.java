/**
 * The ways in which a merchant connects an account, tries what its key opens, and disconnects it: by a key, by Stripe's app, by
 * Stripe's own OAuth, and by an endpoint that is made in the account. Stripe is asked before the database is.
 */
package org.conversions.stripe.merchant;
