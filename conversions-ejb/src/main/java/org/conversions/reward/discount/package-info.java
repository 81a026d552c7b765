/**
 * Discounts that buyers get from partners: of each group the coupon at Stripe, and of partners the codes by which it is had. A purchase
 * with a code, and without a click, is the partner's.
 */
package org.conversions.reward.discount;
