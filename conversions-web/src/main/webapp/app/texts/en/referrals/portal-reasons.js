/** The sentences that say why a commission is as it is, and the words for what happens to one. */
export default {
  waiting: (day) => `Waiting until ${day}: holding period.`,
  due: 'Ready: it goes into the next payout.',
  processed: 'It is in a payout that is on its way.',
  paid: (day) => `Paid on ${day}.`,
  paidAtAll: 'Paid.',
  refund: (amount, day) => `Taken back: refund of ${amount} on ${day}.`,
  takenBack: (amount, day) => `Taken back: ${amount} on ${day}.`,
  clawback: (amount) => `${amount} of it makes your next payout smaller.`,
  refundedAtAll: 'Taken back: the customer got the money back.',
  canceled: 'Canceled: the merchant took it back, or it credits somebody else.',
  fraud: 'Taken back: the merchant thinks that it is fraud.',
  duplicate: 'Taken back: it was there twice.',
  other: 'It earns nothing.',
  held: {
    dispute: 'On hold: the customer disputes the payment. It is released or taken back when that is decided.',
    guard: 'On hold: it looks as if you had bought by your own link. The merchant decides.',
    operator: 'On hold: the merchant looks into it.',
  },
  statuses: { pending: 'Waiting', due: 'Ready', hold: 'On hold', processed: 'In a payout', paid: 'Paid', refunded: 'Refunded', canceled: 'Canceled', fraud: 'Fraud', duplicate: 'Duplicate' },
  types: { sale: 'Sale', lead: 'Lead', click: 'Clicks', custom: 'Bonus' },
  entries: {
    earned: 'Earned', refunded: 'Taken back: the sale was refunded', disputed: 'On hold: a dispute was opened', held: 'On hold', released: 'Released', taken_back: 'Taken back',
    restored: 'Came back', corrected: 'Corrected', clawback: 'Taken back after it was paid', paid: 'Paid', returned: 'The payout came back',
  },
};
