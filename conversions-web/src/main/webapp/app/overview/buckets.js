import { locale } from '../language.js';

const SHORT = {
  hour: { hour: 'numeric', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
};
const LONG = {
  hour: { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
};

/** @returns {string} the start of a bucket as an axis shows it */
export function shortName(start, granularity, zone) {
  return written(start, SHORT[granularity], zone);
}

/** @returns {string} the start of a bucket as a table shows it */
export function longName(start, granularity, zone) {
  return written(start, LONG[granularity], zone);
}

function written(start, format, timeZone) {
  return new Intl.DateTimeFormat(locale, { ...format, timeZone }).format(new Date(start));
}

/**
 * Puts the compared period's buckets beside those of the shown one, by their places.
 *
 * @param {object[]} rows
 * @param {object[]|null} compared
 * @param {(row: object) => number} value
 * @returns {{now: (number|null)[], before: (number|null)[]|null}} as long as the shown period
 */
export function pairs(rows, compared, value) {
  return {
    now: rows.map(value),
    before: compared && rows.map((_, index) => (compared[index] ? value(compared[index]) : null)),
  };
}

/**
 * Divides a line into what is whole and the bucket that goes on, which is drawn in dashes.
 *
 * @param {(number|null)[]} values
 * @param {boolean} running whether the last one goes on
 */
export function wholeAndOpen(values, running) {
  const last = values.length - 1;
  if (!running || last < 1) {
    return { whole: values, open: values.map(() => null) };
  }
  return {
    whole: values.map((value, index) => (index === last ? null : value)),
    open: values.map((value, index) => (index >= last - 1 ? value : null)),
  };
}
