/** The merchant's view of Stripe: which accounts are connected, and what became of each event. */
package org.conversions.web.api.stripe;
