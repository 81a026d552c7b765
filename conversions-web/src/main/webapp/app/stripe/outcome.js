import { textsOf } from '../texts.js';

const texts = await textsOf('stripe/stripe');

const TONES = {
  processed: 'positive', ignored: '', waiting: 'caution', unmatched: 'caution', failed: 'negative', received: 'info', queued: 'info',
};

export const STATE_CHOICES = [
  { value: '', text: texts.allOutcomes },
  ...['processed', 'ignored', 'waiting', 'unmatched', 'failed'].map((value) => ({ value, text: texts.states[value] })),
];

/** @returns {{tone: string, text: string}} a state of an event as it is shown */
export function outcome(state) {
  return { tone: TONES[state] ?? '', text: texts.states[state] ?? state };
}

/** @returns {boolean} whether the event still changes by itself, so that it is worth looking again soon */
export function unsettled({ state }) {
  return state === 'received' || state === 'queued';
}

/** @returns {string} where Stripe's dashboard shows an object */
export function atStripe(id, mode) {
  return `https://dashboard.stripe.com/${mode === 'live' ? '' : 'test/'}search?query=${encodeURIComponent(id)}`;
}
