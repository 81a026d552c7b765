import { language, locale } from './language.js';

const PLURAL = new Intl.PluralRules(language);

/** @returns {string} date and time to the minute, in the reader's own zone */
export function moment(time) {
  return new Date(time).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
}

/** @returns {string} the time of the day there */
export function time(moment, timeZone) {
  return new Date(moment).toLocaleTimeString(locale, { timeStyle: 'short', timeZone });
}

export function day(time) {
  return new Date(time).toLocaleDateString(locale, { dateStyle: 'medium' });
}

export function count(number) {
  return (number ?? 0).toLocaleString(locale);
}

/** @returns {string} such as "12.3K", for places where the exact number stands beside it or appears on hover */
export function compact(number) {
  return (number ?? 0).toLocaleString(locale, { notation: 'compact', maximumFractionDigits: 1 });
}

/** @returns {string} such as "1.5" */
export function decimal(number) {
  return number.toLocaleString(locale, { maximumFractionDigits: 1 });
}

/** @returns {string} such as "12.5%" of a share of one */
export function percent(share) {
  return share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: Math.abs(share) < 0.1 ? 1 : 0 });
}

/** @param {number} minor in the currency's smallest unit; @returns {string} such as "$12.3K" */
export function compactMoney(minor, currency) {
  return money(minor, currency, { notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 });
}

/** @param {number} minor in the currency's smallest unit */
export function money(minor, currency, more = {}) {
  const style = { style: 'currency', currency: (currency ?? 'usd').toUpperCase() };
  const { maximumFractionDigits } = new Intl.NumberFormat(locale, style).resolvedOptions();
  return new Intl.NumberFormat(locale, { ...style, ...more }).format((minor ?? 0) / 10 ** maximumFractionDigits);
}

/** @returns {string} a stable word of the API as people write it: guest_checkout becomes "Guest checkout" */
export function words(code) {
  const text = (code ?? '').replaceAll(/[_-]/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @returns {string} one or two letters that stand for a name */
export function initials(name) {
  const parts = (name ?? '').trim().split(/[\s@._-]+/).filter(Boolean);
  return parts.slice(0, 2).map((part) => part.charAt(0).toUpperCase()).join('') || '?';
}

/**
 * Puts a number before its noun, by the rules of the pages' language, which has two forms.
 *
 * @param {string} [other] the second form; English ones that end with an s need not be given
 * @returns {string} "1 sale", "2 sales"
 */
export function plural(number, one, other = `${one}s`) {
  return `${count(number)} ${PLURAL.select(number) === 'one' ? one : other}`;
}
