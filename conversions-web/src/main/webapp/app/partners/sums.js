/**
 * @param {{currency: string, earnings: number}[]} commissions
 * @returns {{currency: string, earnings: number}[]} what they come to in each currency: amounts of two are never added up
 */
export function sums(commissions) {
  const byCurrency = new Map();
  commissions.forEach(({ currency, earnings }) => byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + earnings));
  return [...byCurrency].sort(([one], [other]) => (one < other ? -1 : 1)).map(([currency, earnings]) => ({ currency, earnings }));
}

/** The statuses that an operator may give to a commission, by the one that it has. */
const NEXT = {
  pending: ['paid', 'hold', 'canceled', 'refunded', 'fraud', 'duplicate'],
  hold: ['pending', 'canceled', 'refunded', 'fraud', 'duplicate'],
  processed: ['hold', 'canceled', 'refunded', 'fraud', 'duplicate'],
  canceled: ['pending', 'fraud', 'duplicate'],
  fraud: ['pending', 'canceled', 'duplicate'],
  duplicate: ['pending', 'canceled', 'fraud'],
  refunded: ['pending'],
  paid: [],
};

/**
 * @param {string[]} statuses of the commissions that are to be changed together
 * @param {boolean} live whether they are real money: test data is never payable
 * @returns {string[]} the statuses that all of them may get
 */
export function nextStatuses(statuses, live) {
  const common = statuses.map((status) => NEXT[status] ?? []).reduce((one, other) => one.filter((status) => other.includes(status)), NEXT[statuses[0]] ?? []);
  return common.filter((status) => live || status !== 'paid');
}

/** @returns {object[]} each payment once: commissions that were paid together share one */
export function paymentsOf(changed) {
  return [...new Map(changed.filter(({ payment }) => payment).map(({ payment }) => [payment.id, payment])).values()];
}
