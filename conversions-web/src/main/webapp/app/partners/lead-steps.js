/** The statuses that may follow one of a submitted lead, as the API has them. */
const NEXT = {
  pending: ['qualified', 'meeting', 'closedWon', 'closedLost', 'unqualified'],
  qualified: ['meeting', 'negotiation', 'closedWon', 'closedLost', 'unqualified'],
  meeting: ['qualified', 'negotiation', 'closedWon', 'closedLost', 'unqualified'],
  negotiation: ['qualified', 'meeting', 'closedWon', 'closedLost', 'unqualified'],
};

/** @returns {string[]} what may become of a lead; nothing of one whose deal has ended */
export function nextSteps(status) {
  return NEXT[status] ?? [];
}

/** The colours of the statuses. */
export const LEAD_TONES = { pending: 'info', qualified: 'accent', meeting: 'accent', negotiation: 'accent', closedWon: 'positive', closedLost: '', unqualified: '' };
