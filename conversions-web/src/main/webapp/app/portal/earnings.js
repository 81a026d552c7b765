import { html, nothing } from 'lit';
import { money } from '../format.js';
import { textsOf } from '../texts.js';
import { longDay } from './written.js';

const texts = await textsOf('referrals/portal');
const STATES = ['pending', 'held', 'due', 'processed', 'paid'];

/**
 * What was earned in each currency, by what becomes of it.
 *
 * @param {{currency: string, pending: number, held: number, due: number, processed: number, paid: number, nextDueAt: string|null}[]} earnings
 * @param {{currency: string, minPayoutAmount: number}} program
 * @param {boolean} payouts whether there is anything to say of payouts
 */
export function earningsCards(earnings, program, payouts = true) {
  const shown = earnings.length ? earnings : [{ currency: program.currency, pending: 0, held: 0, due: 0, processed: 0, paid: 0, nextDueAt: null }];
  return shown.map((one) => html`<section class="figures plainly" aria-label=${texts.earningsIn(one.currency.toUpperCase())}>${STATES.filter((state) => stands(state, one, payouts)).map((state) => html`
    <div class="figure"><span>${texts.states[state]}</span><b>${money(one[state], one.currency)}</b><small class="quiet">${explained(state, one, program)}</small></div>`)}</section>`);
}

/** What stands there although it is nothing: what everybody asks for. */
function stands(state, one, payouts) {
  return one[state] !== 0 || state === 'pending' || (payouts && (state === 'due' || state === 'paid'));
}

function explained(state, { nextDueAt, due, currency }, { minPayoutAmount, currency: ofProgram }) {
  if (state === 'pending' && nextDueAt) {
    return texts.nextDue(longDay(nextDueAt));
  }
  if (state === 'due' && due > 0 && currency === ofProgram && due < minPayoutAmount) {
    return texts.belowMinimum(money(minPayoutAmount, currency));
  }
  return texts.statesExplained[state] || nothing;
}
