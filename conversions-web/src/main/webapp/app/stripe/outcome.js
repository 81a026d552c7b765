const STATES = {
  processed: { tone: 'positive', text: 'Counted' },
  ignored: { tone: '', text: 'Ignored' },
  waiting: { tone: 'caution', text: 'Waiting' },
  unmatched: { tone: 'caution', text: 'Unmatched' },
  failed: { tone: 'negative', text: 'Failed' },
  received: { tone: 'info', text: 'Under way' },
  queued: { tone: 'info', text: 'Under way' },
};

export const STATE_CHOICES = [
  { value: '', text: 'All' }, { value: 'processed', text: 'Counted' }, { value: 'ignored', text: 'Ignored' },
  { value: 'waiting', text: 'Waiting' }, { value: 'unmatched', text: 'Unmatched' }, { value: 'failed', text: 'Failed' },
];

/** @returns {{tone: string, text: string}} a state of an event as it is shown */
export function outcome(state) {
  return STATES[state] ?? { tone: '', text: state };
}

/** @returns {boolean} whether the event still changes by itself, so that it is worth looking again soon */
export function unsettled({ state }) {
  return state === 'received' || state === 'queued';
}

/** @returns {string} where Stripe's dashboard shows an object */
export function atStripe(id, mode) {
  return `https://dashboard.stripe.com/${mode === 'live' ? '' : 'test/'}search?query=${encodeURIComponent(id)}`;
}
