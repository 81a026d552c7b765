/** @returns {number} of digits behind the point that a currency has */
export function digitsOf(currency) {
  return new Intl.NumberFormat('en', { style: 'currency', currency: (currency ?? 'usd').toUpperCase() }).resolvedOptions().maximumFractionDigits;
}

/**
 * Reads an amount as people write it, with a point or a comma before the cents.
 *
 * @param {string} text such as "1234.50", "1234,50" or "1 234"
 * @returns {number|null} in the currency's smallest unit; null for what is none
 */
export function minorOf(text, currency) {
  const digits = digitsOf(currency);
  const [, whole, , part = ''] = /^(\d{1,12})([.,](\d{0,3}))?$/.exec((text ?? '').replaceAll(/\s/g, '')) ?? [];
  return whole === undefined || part.length > digits ? null : Number(whole) * 10 ** digits + Number(part.padEnd(digits, '0') || 0);
}

/** @returns {string} such as "1234.50", which {@link minorOf} reads */
export function majorOf(minor, currency) {
  const digits = digitsOf(currency);
  return (minor / 10 ** digits).toFixed(digits);
}
