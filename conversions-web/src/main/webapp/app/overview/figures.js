import { comparedWith, granularities, periodOf } from './period.js';

/** The fields of the API's rows that are added up. */
const SUMS = ['clicks', 'leads', 'sales', 'saleAmount', 'grossSaleAmount', 'refunds', 'refundedAmount'];

/**
 * Finds out what to ask for, to show a view.
 *
 * @param {import('./view.js').View} view
 * @param {{zone: string, mode: string, now?: number, ask: (query: URLSearchParams) => Promise<any>}} place
 */
export function questions(view, { zone, mode, now = Date.now(), ask: send }) {
  const ask = (query) => send(new URLSearchParams(query));
  const period = periodOf(view, zone, now);
  const compared = comparedWith(period, view.compare, zone, now);
  const usable = granularities(period);
  const granularity = usable.includes(view.granularity) ? view.granularity : usable[0];
  const common = { event: 'composite', timezone: zone, ...(mode === 'live' ? {} : { mode }), ...view.filters };
  const time = period.from ? { start: period.from, ...(period.running ? {} : { end: period.to }) } : { interval: 'all' };
  return {
    period,
    compared,
    granularity,
    granularities: usable,
    series: () => ask({ ...common, ...time, granularity, groupBy: 'timeseries' }),
    comparedSeries: () => (compared ? ask({ ...common, ...compared, granularity, groupBy: 'timeseries' }) : Promise.resolve(null)),
    /** Only purchases of their own and first payments of subscriptions: neither clicks nor leads are of a type. */
    firstPurchases: () => ask({ ...common, ...time, groupBy: 'count', saleType: 'new' }),
    split: (groupBy, figure) => ask({ ...common, ...time, groupBy, event: eventOf(figure) }),
    comparedSplit: (groupBy, figure) => (compared ? ask({ ...common, ...compared, groupBy, event: eventOf(figure) }) : Promise.resolve(null)),
  };
}

/** Revenue is a figure of sales. */
function eventOf(figure) {
  return figure === 'revenue' ? 'sales' : figure;
}

/** @returns {Record<string, number>} all rows added up */
export function totals(rows) {
  return Object.fromEntries(SUMS.map((name) => [name, (rows ?? []).reduce((sum, row) => sum + (row[name] ?? 0), 0)]));
}

/** @returns {number} a figure of a row or of totals; revenue in minor units, net of what was taken back */
export function figureOf(row, figure) {
  return row?.[figure === 'revenue' ? 'saleAmount' : figure] ?? 0;
}

/** @returns {number|null} how much more it is, as a share of one; null where there was nothing to compare with */
export function change(now, before) {
  return before ? (now - before) / Math.abs(before) : null;
}
