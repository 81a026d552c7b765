import { html, nothing } from 'lit';
import { icon } from '../components/icons.js';
import { ago } from '../components/parts.js';
import { money } from '../format.js';
import { textsOf } from '../texts.js';
import { countryName } from './countries.js';

const texts = await textsOf('money/customers');

const DIRECT = '(direct)';
const SIGNS = {
  click: ['link', 'accent'], lead: ['userplus', 'accent'], sale: ['card', 'positive'], correction: ['edit', ''], refund: ['refund', 'negative'],
  dispute: ['alert', 'negative'], reversal: ['check', 'positive'], earned: ['handshake', ''], takenBack: ['handshake', 'negative'],
  paid: ['check', ''], subscription: ['clock', ''], ends: ['clock', 'caution'], churn: ['logout', 'caution'],
};

/** @param {{kind: string, at: string, title: unknown, amount?: number, currency?: string, more?: unknown}[]} moments in their order */
export function timeline(moments) {
  return html`<ol class="timeline">${moments.map(({ kind, at, title, amount, currency, more }) => {
    const [sign, tone] = SIGNS[kind] ?? ['info', ''];
    return html`<li><span class="sign ${tone}">${icon(sign)}</span><div>
      <div class="what"><span><b>${title}</b> <span class="quiet small nowrap">${ago(at)}</span></span>
        ${amount === null || amount === undefined ? nothing : html`<span class="amount ${amount < 0 ? 'negative-text' : ''}">${money(amount, currency)}</span>`}</div>
      ${more ? html`<div class="more">${more}</div>` : nothing}</div></li>`;
  })}</ol>`;
}

/** Where a click came from: place, device, and the page before. */
export function clickPlace(click) {
  if (!click) {
    return html`<span>${texts.notKept}</span>`;
  }
  const { city, country, device, browser, os, referer, refererUrl } = click;
  const place = [city, countryName(country)].filter(Boolean).join(', ');
  const agent = [device, browser, os].filter(Boolean).join(' · ');
  const before = referer && referer !== DIRECT ? referer : null;
  return html`<span>${[place, agent].filter(Boolean).join(' · ')}</span>
    <span title=${refererUrl || ''}>${before ? texts.from(before) : texts.directly}</span>`;
}
