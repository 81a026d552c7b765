/**
 * Says in sentences why a commission is as it is: what it waits for, or what became of it. Pure.
 *
 * @param {object} commission as the portal has it: status, dueAt, paidAt, holdReasons, clawbackEarnings, currency, and its entries
 * @param {{day: (time: string) => string, money: (minor: number, currency: string) => string, now: number}} written how values are written
 * @param {object} texts the sentences
 * @returns {string[]} the reason of its status first, and then what was taken back of it
 */
export function reasons(commission, { day, money, now }, texts) {
  const { status, dueAt, paidAt, currency, clawbackEarnings = 0, entries = [] } = commission;
  const paid = paidAt ?? entries.findLast(({ kind }) => kind === 'paid')?.at;
  const back = entries.filter(({ kind, earnings }) => BACK.includes(kind) && earnings < 0);
  const taken = back.map(({ kind, earnings, at }) => (kind === 'refunded' ? texts.refund : texts.takenBack)(money(-earnings, currency), day(at)));
  switch (status) {
    case 'pending': return [new Date(dueAt) > now ? texts.waiting(day(dueAt)) : texts.due, ...taken];
    case 'hold': return [...held(commission, texts), ...taken];
    case 'processed': return [texts.processed, ...taken];
    case 'paid': return [paid ? texts.paid(day(paid)) : texts.paidAtAll, ...taken, ...(clawbackEarnings > 0 ? [texts.clawback(money(clawbackEarnings, currency))] : [])];
    case 'refunded': return taken.length ? taken : [texts.refundedAtAll];
    default: return [texts[status] ?? texts.other];
  }
}

/** The entries that say that something was taken back, and stand in a sentence of their own. */
const BACK = ['refunded', 'taken_back', 'clawback'];

function held({ holdReasons, holdReason }, texts) {
  const all = [holdReasons ?? holdReason ?? []].flat();
  return all.length ? all.map((reason) => texts.held[reason] ?? texts.held.operator) : [texts.held.operator];
}
