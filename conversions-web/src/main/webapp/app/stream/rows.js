export const KINDS = ['click', 'lead', 'sale', 'refund', 'commission', 'churn'];

/** Older rows leave the page. */
export const ROWS_MAX = 200;

/**
 * Puts arrived rows before those that are there, the newest first. A row that is there already is not put again: a page may
 * hear of one twice when it asks anew.
 *
 * @param {{id: string, kind: string, at: string}[]} rows
 * @param {{id: string, kind: string, at: string}[]} arrived in the order in which they came
 * @returns {object[]} at most {@link ROWS_MAX}
 */
export function withArrived(rows, arrived) {
  const known = new Set(rows.map(identity));
  const fresh = [];
  for (const row of arrived) {
    if (!known.has(identity(row))) {
      known.add(identity(row));
      fresh.unshift(row);
    }
  }
  return [...fresh, ...rows].slice(0, ROWS_MAX);
}

function identity({ kind, id }) {
  return `${kind} ${id}`;
}

/** @returns {boolean} whether a row is one of those that are shown */
export function isShown(row, kinds) {
  return row.kind === 'more' ? kinds.has('click') : kinds.has(row.kind);
}
