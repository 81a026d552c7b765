import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { moment } from '../format.js';
import { relative } from '../relative.js';
import { textsOf } from '../texts.js';
import { icon } from './icons.js';

const texts = await textsOf('frame/frame');

/** The head of a page: its title takes the focus after each step from page to page. */
export function head(title, lead, actions = nothing) {
  return html`
    <header class="page-head">
      <div><h1 tabindex="-1">${title}</h1>${lead ? html`<p class="lead">${lead}</p>` : nothing}</div>
      ${actions === nothing ? nothing : html`<div class="row">${actions}</div>`}
    </header>`;
}

/** The head of a card. */
export function cardHead(title, text = nothing, action = nothing) {
  return html`<div class="card-head"><div><h2>${title}</h2>${text === nothing ? nothing : html`<p>${text}</p>`}</div>${action}</div>`;
}

/** @param {'positive'|'caution'|'negative'|'info'|'accent'|''} tone */
export function badge(tone, text) {
  return html`<span class="badge ${tone}">${text}</span>`;
}

const MODES = { live: 'positive', test: 'caution', sandbox: 'info' };

export function modeBadge(mode) {
  return badge(MODES[mode] ?? '', texts.modes[mode] ?? mode);
}

/** @param {'info'|'negative'|'caution'|'positive'} tone */
export function note(tone, content) {
  const sign = { positive: 'check', info: 'info' }[tone] ?? 'alert';
  return html`<div class="note ${tone}">${icon(sign)}<div class="stack tight">${content}</div></div>`;
}

/** In the place of a list that has nothing in it: what would be here, and the first step. */
export function empty(sign, title, text, action = nothing) {
  return html`<div class="empty"><span class="round">${icon(sign)}</span><h2>${title}</h2><p>${text}</p>${action}</div>`;
}

/** A time as people say it; the exact one on hover and for programs. */
export function ago(time) {
  return time ? html`<time datetime=${time} title=${moment(time)}>${relative(time)}</time>` : html`<span class="quiet">${texts.never}</span>`;
}

/**
 * A table that turns into cards on a phone.
 *
 * @param {string} label what it lists
 * @param {{label: string, cell: (row: any) => unknown, end?: boolean, actions?: boolean}[]} columns the first one names the row
 */
export function table(label, columns, rows) {
  return html`
    <div class="table-frame">
      <table class="responsive" aria-label=${label}>
        <thead><tr>${columns.map(({ label: name, end, actions }) => html`
          <th scope="col" class=${end || actions ? 'end' : ''}>${actions ? html`<span class="unseen">${name}</span>` : name}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr>${columns.map(({ label: name, cell, end, actions }, index) => html`
          <td class=${actions ? 'actions end' : end ? 'end' : ''} data-label=${ifDefined(index > 0 && !actions ? name : undefined)}>${cell(row)}</td>`)}</tr>`)}</tbody>
      </table>
    </div>`;
}

/** Links between the parts of a page. */
export function tabs(label, items, current) {
  return html`<nav class="tabs" aria-label=${label}>${items.map(({ href, text, key }) => html`
    <a href=${href} aria-current=${ifDefined(key === current ? 'page' : undefined)}>${text}</a>`)}</nav>`;
}
