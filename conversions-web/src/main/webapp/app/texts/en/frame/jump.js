/** The texts of the box that finds whatever is named. */
export default {
  button: 'Find',
  label: 'Id, email, short link or name',
  results: 'Found',
  hint: 'Paste any id, of Stripe or of Conversions, an email, a short link, or type a name.',
  asking: 'Looking …',
  nothing: (mode) => `Nothing with this name in the ${mode} data.`,
  modes: { live: 'live', test: 'test', sandbox: 'sandbox' },
  elsewhere: [
    'Is it of another mode? Switch between live, test and sandbox at the left.',
    'Is it of another workspace? Choose that one at the top.',
    'Is it older than the connection to Stripe? A connection with a key can catch up on the last 30 days.',
    'Clicks have no page of their own: look for the customer or the link.',
  ],
  kinds: {
    customer: 'Customer', partner: 'Partner', link: 'Link', sale: 'Sale', commission: 'Commission', event: 'Stripe event', object: 'Object at Stripe',
  },
  tracked: 'Credited to a link: see why',
  untracked: 'Not credited: see why',
};
