/** Payouts of partners, and the batches by which they are paid. */
package org.conversions.web.api.payout;
