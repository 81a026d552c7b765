/** Which Stripe account, in which of Stripe's worlds, belongs to which workspace, and the secrets it signs with. */
package org.conversions.stripe.connect;
