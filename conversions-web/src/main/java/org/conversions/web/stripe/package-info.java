/** The entrance of Stripe's webhooks: raw bytes, a size limit, and straight into the inbox. */
package org.conversions.web.stripe;
