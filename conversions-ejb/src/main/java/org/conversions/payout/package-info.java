/**
 * Payouts: what partners are paid. A batch takes what is due until its cutoff, live and of one currency, less all that partners
 * owe, and has one payout for each partner who is to get the program's minimum or more. It is a draft until it is confirmed: a
 * refund meanwhile takes its part out. Then nothing shrinks, and each payout is paid, fails or comes back by itself, which
 * {@link org.conversions.payout.BatchPayouts} does; what comes to nothing is due again. Payouts without a batch were made
 * outside, when commissions were marked as paid.
 *
 * <p>Rooms that make files or statements read {@link org.conversions.payout.Payouts}: those of a confirmed batch with
 * {@link org.conversions.payout.Payouts#each}, internal ones only, where {@link org.conversions.partner.PayoutMode} says so, and
 * the parts of one with {@link org.conversions.commission.PayoutPartList}.
 */
package org.conversions.payout;
