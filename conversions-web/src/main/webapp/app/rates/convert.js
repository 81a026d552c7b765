import { digitsOf } from '../amount.js';

/**
 * Converts an amount as the server does: exactly, with one rounding at the end, half up.
 *
 * @param {number} minor in the smallest unit of `from`, 0 or more
 * @param {string} from a currency in upper case, as `to`
 * @param {Record<string, string>} rates units for one US dollar, as decimal text
 * @returns {number|null} in the smallest unit of `to`; null without a rate of one of the two
 */
export function converted(minor, from, to, rates) {
  if (from === to) {
    return minor;
  }
  if (!rates[from] || !rates[to]) {
    return null;
  }
  const source = fraction(rates[from]);
  const target = fraction(rates[to]);
  const above = BigInt(minor) * target.units * source.scale * 10n ** BigInt(digitsOf(to));
  const below = source.units * target.scale * 10n ** BigInt(digitsOf(from));
  return Number((2n * above + below) / (2n * below));
}

function fraction(text) {
  const [whole, part = ''] = text.split('.');
  return { units: BigInt(whole + part), scale: 10n ** BigInt(part.length) };
}

/** @returns {number|null} how much of `to` one unit of `from` is, to be shown */
export function worth(from, to, rates) {
  return rates[from] && rates[to] ? Number(rates[to]) / Number(rates[from]) : null;
}

/**
 * @param {string} text as people write a rate, with a point or a comma
 * @returns {string|null} as the API reads it; null for what is no number above 0
 */
export function rateOf(text) {
  const plain = (text ?? '').replaceAll(/\s/g, '').replace(',', '.');
  return /^\d{1,10}(\.\d{1,18})?$/.test(plain) && Number(plain) > 0 ? plain : null;
}

/**
 * Chooses the rows of the table: those that the workspace has set come first, then by code.
 *
 * @param {{rates: object, origins: object, own: object, currency: string}} answer of the API
 * @param {string} search a part of a code or a name; empty for all
 * @param {(code: string) => string} nameOf a currency
 */
export function rowsOf({ rates, origins, own, currency }, search, nameOf) {
  const base = currency.toUpperCase();
  const wanted = search.toLowerCase();
  return Object.keys(rates).filter((code) => code !== base)
    .map((code) => ({ code, name: nameOf(code), own: own[code] ?? null, inBase: worth(code, base, rates), ofBase: worth(base, code, rates), ...origins[code] }))
    .filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(wanted))
    .sort((one, other) => Boolean(other.own) - Boolean(one.own) || (one.code < other.code ? -1 : 1));
}

/**
 * @returns {{asOf: string, sources: string[]}|null} the older day of the two rates of a conversion, and where they are from;
 *   null when there is nothing to convert
 */
export function originOf(from, to, origins) {
  const found = from === to ? [] : [origins[from], origins[to]].filter(Boolean);
  return found.length ? { asOf: found.map(({ asOf }) => asOf).sort()[0], sources: [...new Set(found.map(({ source }) => source))] } : null;
}
