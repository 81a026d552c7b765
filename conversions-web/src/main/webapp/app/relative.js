import { locale } from './language.js';
import { textsOf } from './texts.js';

const texts = await textsOf('frame/frame');
const DAY = 86_400;
const STEPS = [['year', 365 * DAY], ['month', 30 * DAY], ['day', DAY], ['hour', 3_600], ['minute', 60]];

/** @returns {string} such as "3 hours ago" or "in 2 days"; "never" without a time */
export function relative(time, now = Date.now()) {
  if (!time) {
    return texts.never;
  }
  const seconds = (new Date(time) - now) / 1000;
  const [unit, length] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? [];
  return unit ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / length), unit) : texts.justNow;
}
