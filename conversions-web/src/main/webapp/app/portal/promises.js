import { country } from '../components/places.js';
import { money } from '../format.js';
import { locale } from '../language.js';
import { terms } from '../partners/terms.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('rewards/rewards');

/** @returns {string[]} what a reward promises, in the reader's language; the sentences of the API are English */
export function promises(reward, currency) {
  return terms(reward, {
    percent: (share) => share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 2 }),
    money: (minor) => money(minor, currency),
    day: (time) => new Date(time).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
    country,
  }, texts);
}
