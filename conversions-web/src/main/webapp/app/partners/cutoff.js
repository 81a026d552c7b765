/**
 * The moment until which commissions that are due are paid.
 *
 * @param {'now'|'month'|'quarter'|'year'} until now, or the end of the last whole month, quarter or year in UTC
 * @param {Date} [now]
 * @returns {string|undefined} of ISO 8601; none for now, which the server knows best
 */
export function cutoffOf(until, now = new Date()) {
  const month = now.getUTCMonth();
  const first = { month, quarter: month - (month % 3), year: 0 }[until];
  return first === undefined ? undefined : new Date(Date.UTC(now.getUTCFullYear(), first, 1)).toISOString();
}
