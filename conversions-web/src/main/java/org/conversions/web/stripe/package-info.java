/** Where Stripe's webhooks come in: raw bytes, a size limit, and straight into the inbox. */
package org.conversions.web.stripe;
