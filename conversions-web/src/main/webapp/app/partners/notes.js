import { textsOf } from '../texts.js';

const texts = await textsOf('rewards/commission-notes');

/**
 * Says why a commission is held, or why an entry of it was made: the server does so by a word of its own, an operator in words that
 * stay as they are.
 *
 * @param {string|null} note of the API
 * @returns {string} in the reader's language; empty for none
 */
export function said(note) {
  return texts[note] ?? note ?? '';
}
