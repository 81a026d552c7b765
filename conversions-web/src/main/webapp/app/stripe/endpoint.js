/** The events that an endpoint should get: sales, refunds and disputes, subscriptions, payouts by transfers. */
export const WEBHOOK_EVENTS = [
  'checkout.session.completed', 'checkout.session.async_payment_succeeded', 'invoice.paid', 'customer.created', 'customer.updated',
  'charge.refunded', 'refund.updated', 'refund.failed', 'invoice_payment.paid', 'credit_note.created', 'charge.dispute.created',
  'charge.dispute.closed', 'customer.subscription.created', 'customer.subscription.updated', 'customer.subscription.deleted',
  'transfer.reversed',
];

/** @returns {string} where Stripe's dashboard makes a restricted key */
export function permissionsAddress(mode) {
  return `https://dashboard.stripe.com/${mode === 'live' ? '' : 'test/'}apikeys/create`;
}
