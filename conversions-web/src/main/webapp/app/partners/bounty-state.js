const DAY_MILLIS = 86_400_000;

/** @returns {'soon'|'open'|'over'|'ended'} whether partners can earn a bounty now */
export function stateOf({ archivedAt, startsAt, endsAt }, now = Date.now()) {
  if (archivedAt) {
    return 'ended';
  }
  return Date.parse(startsAt) > now ? 'soon' : endsAt && Date.parse(endsAt) <= now ? 'over' : 'open';
}

export const STATE_TONES = { soon: 'info', open: 'positive', over: '', ended: '' };
export const SUBMISSION_TONES = { draft: '', submitted: 'caution', approved: 'positive', rejected: 'negative' };

/** The figures that can earn a bounty; `money` ones are amounts in the workspace's currency. */
export const FIGURES = { totalLeads: 'number', totalConversions: 'number', totalSaleAmount: 'money', totalCommissions: 'money' };

/** @returns {string} the last day of a bounty, as a date field has it; empty for none */
export function lastDayOf(endsAt) {
  if (!endsAt) {
    return '';
  }
  const last = new Date(Date.parse(endsAt) - 1);
  return new Date(last.getTime() - last.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** @param {string} date of a field; empty for none @returns {string|null} the end of that day where the reader is, as the API has it */
export function endOf(date) {
  return date ? new Date(new Date(`${date}T00:00:00`).getTime() + DAY_MILLIS).toISOString() : null;
}
