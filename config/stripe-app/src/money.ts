/** Currencies of which Stripe counts whole units, and those of which it counts thousandths. */
const DIGITS = new Map<string, number>([
  ...['bif', 'clp', 'djf', 'gnf', 'jpy', 'kmf', 'krw', 'mga', 'pyg', 'rwf', 'vnd', 'vuv', 'xaf', 'xof', 'xpf']
    .map((code): [string, number] => [code, 0]),
  ...['bhd', 'jod', 'kwd', 'omr', 'tnd'].map((code): [string, number] => [code, 3]),
]);

/** An amount in Stripe's smallest unit, as people of a language write it. */
export function money(amount: number, currency: string, locale: string): string {
  const digits = DIGITS.get(currency.toLowerCase()) ?? 2;
  return new Intl.NumberFormat(locale, {style: 'currency', currency: currency.toUpperCase(),
    minimumFractionDigits: digits, maximumFractionDigits: digits}).format(amount / 10 ** digits);
}
