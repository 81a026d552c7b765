import { money } from '../format.js';
import { locale } from '../language.js';
import { textsOf } from '../texts.js';
import { reasons } from './reasons.js';

const texts = await textsOf('referrals/portal-reasons');

/** @returns {string} such as "14 December", with the year where it is another one */
export function longDay(time, now = new Date()) {
  const day = new Date(time);
  return day.toLocaleDateString(locale, { day: 'numeric', month: 'long', ...(day.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }) });
}

/** @returns {string[]} why a commission is as it is, in the reader's language */
export function reasonsOf(commission) {
  return reasons(commission, { day: longDay, money, now: Date.now() }, texts);
}

/** @returns {string} what a commission is for, such as "Sale" */
export function kindOf({ type, description }) {
  return description || (texts.types[type] ?? texts.types.custom);
}

/** @returns {string} what happened to a commission, by the kind of its entry */
export function entryOf(kind) {
  return texts.entries[kind] ?? texts.entries.corrected;
}

/** @returns {string} the status in a word or two: one that is due says so */
export function statusOf({ status, dueAt }) {
  return status === 'pending' && new Date(dueAt) <= Date.now() ? texts.statuses.due : texts.statuses[status] ?? status;
}

export const STATUSES = Object.entries(texts.statuses).filter(([value]) => value !== 'due').map(([value, text]) => ({ value, text }));

export const TONES = { pending: 'info', hold: 'caution', processed: 'info', paid: 'positive', refunded: '', canceled: '', fraud: 'negative', duplicate: '' };
