/**
 * Promotion codes at Stripe: they are made and ended for partners, and found out of the discounts of purchases.
 */
package org.conversions.stripe.promotion;
