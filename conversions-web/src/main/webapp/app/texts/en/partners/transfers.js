/** The texts of payouts that are sent by Stripe. */
import { plural } from '../../../format.js';

export default {
  title: 'Pay out through Stripe',
  lead: 'Partners who have an account at Stripe get theirs from your balance there, once. Everybody else is paid by the files.',
  send: 'Send by Stripe',
  sendTitle: 'Send the payouts to accounts at Stripe?',
  sendText: 'This moves money: each payout of this batch to a partner with an account at Stripe becomes a transfer from your balance. What was sent already is not sent again.',
  sending: (number) => `${plural(number, 'payout')} on the way.`,
  nobody: 'No payout of this batch that is open goes to an account at Stripe.',
  columns: { partner: 'Partner', amount: 'Amount', status: 'Status', account: 'At Stripe' },
  statuses: { queued: 'On its way', sent: 'Paid', failed: 'Refused', reversed: 'Came back' },
  again: 'Tried again',
  next: {
    queued: 'It is tried again by itself for three days. Where money is missing, add to your balance at Stripe.',
    sent: '',
    failed: 'Its commissions are due again and go into the next batch. Have the partner look after the account, or pay in another way.',
    reversed: 'Somebody took the transfer back at Stripe. Its commissions are due again and go into the next batch.',
  },
  first: (number) => `The first ${number} are shown.`,
};
