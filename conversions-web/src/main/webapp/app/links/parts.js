import { html, nothing } from 'lit';
import { badge } from '../components/parts.js';
import { icon } from '../components/icons.js';
import { textsOf } from '../texts.js';
import { bare, statesOf } from './state.js';

const texts = await textsOf('links/links');
const TONES = { archived: '', disabled: 'negative', expired: 'caution', password: 'info', test: 'accent' };

/** The dots of a menu of a row. */
export const dots = html`<svg class="icon dots-sign" viewBox="0 0 24 24" aria-hidden="true"><path d="M5.500 12h.1M12 12h.1M18.500 12h.1"></path></svg>`;

/** A tag with its colour. */
export function chip({ name, color }) {
  return html`<span class="chip tag-${color}">${name}</span>`;
}

/** The badges of everything that is special about a link. */
export function stateBadges(link) {
  return statesOf(link).map((state) => badge(TONES[state], texts.states[state]));
}

/** The short address of a link with the ways to copy and open it, and where it leads. */
export function linkCell(link, href) {
  const short = bare(link.shortLink);
  const key = short.indexOf('/') + 1;
  return html`<div class="link-line"><a href=${href} title=${short}><span class="host">${key ? short.slice(0, key) : short}</span>${key ? html`<span class="key">${short.slice(key)}</span>` : nothing}</a>
      <c-copy-button .text=${link.shortLink} label=${short}></c-copy-button>
      <a class="copy-button" href=${link.shortLink} target="_blank" rel="noopener" aria-label=${texts.open(short)} title=${texts.openTitle}>${icon('external')}</a></div>
    <div class="link-to small quiet"><span title=${link.url}>${bare(link.url)}</span>${stateBadges(link)}</div>`;
}

/** The way from a list to the page that it belongs to. */
export function backTo(href, text) {
  return html`<p class="back"><a class="row small" href=${href}>${icon('left')}${text}</a></p>`;
}

/** A section of a form that is folded away until it is wanted. @param {boolean} open at first; then it is as the reader left it */
export function folded(title, summary, open, content) {
  return html`<details class="folded" ?open=${open}><summary>${title}${summary ? html`<span class="small quiet">${summary}</span>` : nothing}</summary>
    <div class="stack">${content}</div></details>`;
}
