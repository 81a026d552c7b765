const DAY = 86_400;
const STEPS = [['year', 365 * DAY], ['month', 30 * DAY], ['day', DAY], ['hour', 3_600], ['minute', 60]];
const ENGLISH = 'en';

/** @returns {string} such as "3 hours ago" or "in 2 days"; "never" without a time */
export function relative(time, now = Date.now()) {
  if (!time) {
    return 'never';
  }
  const seconds = (new Date(time) - now) / 1000;
  const [unit, length] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? [];
  return unit ? new Intl.RelativeTimeFormat(ENGLISH, { numeric: 'auto' }).format(Math.trunc(seconds / length), unit) : 'just now';
}

/** @returns {string} date and time to the minute, in the reader's own zone */
export function moment(time) {
  return new Date(time).toLocaleString(ENGLISH, { dateStyle: 'medium', timeStyle: 'short' });
}

export function day(time) {
  return new Date(time).toLocaleDateString(ENGLISH, { dateStyle: 'medium' });
}

export function count(number) {
  return (number ?? 0).toLocaleString(ENGLISH);
}

/** @param {number} minor in the currency's smallest unit */
export function money(minor, currency) {
  const style = { style: 'currency', currency: (currency ?? 'usd').toUpperCase() };
  const { maximumFractionDigits } = new Intl.NumberFormat(ENGLISH, style).resolvedOptions();
  return new Intl.NumberFormat(ENGLISH, style).format((minor ?? 0) / 10 ** maximumFractionDigits);
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

/** @returns {string} "1 sale", "2 sales" */
export function plural(number, one, many = `${one}s`) {
  return `${count(number)} ${number === 1 ? one : many}`;
}
