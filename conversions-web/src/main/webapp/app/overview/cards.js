import { html, nothing } from 'lit';
import { compact, compactMoney, count, money, percent } from '../format.js';
import { textsOf } from '../texts.js';
import { change, figureOf } from './figures.js';

const texts = await textsOf('overview/overview');

/**
 * The figures of the period, each beside that of the compared one; choosing one draws it.
 *
 * @param {{now: object, before: object|null, figure: string, figures: string[], currency: string, choose: (figure: string) => void}} shown
 */
export function cards({ now, before, figure, figures, currency, choose }) {
  return html`<div class="figure-cards" role="group" aria-label=${texts.figures}>${figures.map((name) => html`
    <button type="button" class="figure-card" aria-pressed=${name === figure} @click=${() => choose(name)}>
      <span class="name">${texts.figure[name]}</span>
      <span class="value" title=${exact(now, name, currency)}>${short(now, name, currency)}</span>
      <span class="more">${before ? delta(now, before, name, currency) : nothing}<span class="quiet">${detail(now, name, currency)}</span></span>
    </button>`)}</div>`;
}

/** Stands in their place until they are there, as high as they will be. */
export function waitingCards(figures) {
  return html`<div class="figure-cards" aria-busy="true">${figures.map((name) => html`<div class="figure-card">
    <span class="name">${texts.figure[name]}</span><span class="value"><span class="skeleton line"></span></span><span class="more">&nbsp;</span></div>`)}</div>`;
}

/** @returns {string} a figure as exactly as it is known */
export function exact(row, figure, currency) {
  return figure === 'revenue' ? money(figureOf(row, figure), currency) : count(figureOf(row, figure));
}

/** @returns {string} a figure as short as it can be read at a glance */
export function short(row, figure, currency) {
  const value = figureOf(row, figure);
  return figure === 'revenue' ? compactMoney(value, currency) : Math.abs(value) < 100_000 ? count(value) : compact(value);
}

/** How much more or less, in words for those who do not see the arrow. */
export function delta(now, before, figure, currency) {
  const share = change(figureOf(now, figure), figureOf(before, figure));
  const was = exact(before, figure, currency);
  if (share === null) {
    return html`<span class="delta" title=${texts.before(was)}>${figureOf(now, figure) ? texts.fromNothing : texts.unchanged}</span>`;
  }
  const way = share > 0 ? 'up' : share < 0 ? 'down' : '';
  return html`<span class="delta ${way}" title=${texts.before(was)}><span aria-hidden="true">${{ up: '↑', down: '↓' }[way] ?? '='}</span><span class="unseen">${texts.ways[way] ?? texts.unchanged} </span>${percent(Math.abs(share))}</span>`;
}

function detail(now, figure, currency) {
  switch (figure) {
    case 'leads': return now.clicks ? texts.ofClicks(percent(now.leads / now.clicks)) : nothing;
    case 'sales': return now.clicks ? texts.ofClicks(percent(now.sales / now.clicks)) : nothing;
    case 'revenue': return now.refundedAmount
      ? texts.gross(compactMoney(now.grossSaleAmount, currency), compactMoney(now.refundedAmount, currency)) : texts.net;
    default: return nothing;
  }
}
