import { file, write } from '../csv.js';
import { save } from '../components/save.js';
import { nameOf } from './groups.js';

const COUNTS = ['clicks', 'leads', 'sales', 'refunds'];
const AMOUNTS = ['saleAmount', 'grossSaleAmount', 'refundedAmount'];

/** @returns {string} the series on the screen: amounts in minor units of the currency that each row names */
export function seriesAsCsv(rows, currency, money) {
  return table(['start'], rows, (row) => [new Date(row.start)], currency, money);
}

/** @returns {string} the rows of a breakdown: first what each is about, as the API names it and as people call it */
export function breakdownAsCsv({ groupBy, fields }, rows, currency, money) {
  const keys = Object.values(fields);
  return table([...keys, 'name'], rows, (row) => [...keys.map((key) => row[key]), nameOf(groupBy, row)], currency, money);
}

function table(about, rows, said, currency, money) {
  const figures = money ? [...COUNTS, ...AMOUNTS] : COUNTS;
  return write([...about, ...figures, ...(money ? ['currency'] : [])],
    rows.map((row) => [...said(row), ...figures.map((name) => row[name] ?? null), ...(money ? [currency] : [])]));
}

/** Gives the reader a CSV file of that name. */
export function download(csv, name) {
  save(file(csv), `${name}.csv`);
}
