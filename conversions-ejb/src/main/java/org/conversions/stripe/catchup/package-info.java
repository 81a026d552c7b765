/**
 * Catches up on what an account's events of the last 30 days said, which is as long as Stripe keeps them: those that were never
 * delivered come into the inbox as if they had been. The work goes on in the background, page by page, also after a restart.
 */
package org.conversions.stripe.catchup;
