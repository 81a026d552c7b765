import { DEFAULT_INTERVAL, INTERVALS, isDay } from './period.js';

/** The filters of the API that the page knows, in the order in which it shows them. */
export const FILTERS = [
  'linkId', 'partnerId', 'folderId', 'tagId', 'domain', 'customerId', 'url', 'continent', 'country', 'region', 'city',
  'device', 'browser', 'os', 'trigger', 'referer', 'refererUrl', 'utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'productId', 'saleType',
];

export const FIGURES = ['clicks', 'leads', 'sales', 'revenue'];
export const GRANULARITIES = ['hour', 'day', 'week', 'month'];
const SHAPES = ['series', 'funnel', 'table'];
const COMPARISON = /^(previous|year|none|\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2})$/;

/**
 * @typedef {object} View what the address says about the page
 * @property {string} interval a period by its name
 * @property {string|null} start the first day of another period; then `end` is its last one
 * @property {string|null} end
 * @property {string} compare
 * @property {string|null} granularity null for the usual one
 * @property {string} figure which one is drawn
 * @property {'series'|'funnel'|'table'} shape
 * @property {Record<string, string>} filters
 */

/**
 * Reads the address. What it does not know, or what cannot be, is as if it were not there.
 *
 * @param {string} search
 * @returns {View}
 */
export function viewOf(search) {
  const query = new URLSearchParams(search);
  const one = (name, known, otherwise) => (known.includes(query.get(name)) ? query.get(name) : otherwise);
  const start = isDay(query.get('start')) ? query.get('start') : null;
  const end = start && isDay(query.get('end')) && query.get('end') >= start ? query.get('end') : start;
  return {
    interval: one('interval', INTERVALS, DEFAULT_INTERVAL),
    start,
    end,
    compare: COMPARISON.test(query.get('compare') ?? '') ? query.get('compare') : 'previous',
    granularity: one('granularity', GRANULARITIES, null),
    figure: one('figure', FIGURES, 'clicks'),
    shape: one('shape', SHAPES, 'series'),
    filters: Object.fromEntries(FILTERS.filter((name) => query.get(name)).map((name) => [name, query.get(name)])),
  };
}

/**
 * Writes the address of a view: only what differs from the usual, so that it stays short.
 *
 * @param {View} view
 * @param {string} mode
 * @returns {string} empty, or beginning with a question mark
 */
export function searchOf({ interval, start, end, compare, granularity, figure, shape, filters }, mode) {
  const query = new URLSearchParams();
  const put = (name, value, usual = null) => value && value !== usual && query.set(name, value);
  put('mode', mode, 'live');
  if (start) {
    put('start', start);
    put('end', end, start);
  } else {
    put('interval', interval, DEFAULT_INTERVAL);
  }
  put('compare', compare, 'previous');
  put('granularity', granularity);
  put('figure', figure, 'clicks');
  put('shape', shape, 'series');
  FILTERS.forEach((name) => put(name, filters[name]));
  return query.size ? `?${query}` : '';
}

/** @returns {View} with these filters on or, if all of them are already, without */
export function toggled(view, wanted) {
  const on = Object.entries(wanted).every(([name, value]) => view.filters[name] === value);
  const filters = { ...view.filters, ...wanted };
  if (on) {
    Object.keys(wanted).forEach((name) => delete filters[name]);
  }
  return { ...view, filters };
}

/** @returns {View} that leaves out what it showed only, or the other way round */
export function inverted(view, name) {
  const value = view.filters[name];
  return { ...view, filters: { ...view.filters, [name]: value.startsWith('-') ? value.slice(1) : `-${value}` } };
}

/** @returns {View} without one filter, and without those of places inside it */
export function without(view, name) {
  const filters = { ...view.filters };
  const inside = { country: ['region', 'city'], region: ['city'] }[name] ?? [];
  [name, ...inside].forEach((each) => delete filters[each]);
  return { ...view, filters };
}
