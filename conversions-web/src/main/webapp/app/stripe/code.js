import { html } from 'lit';
import { note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { guide, WAYS } from './ways.js';

const texts = await textsOf('stripe/stripe-ways');

/** The code that fits the merchant's way of selling, with the names of the workspace. */
class StripeCode extends Page {
  #way = 'link';

  content() {
    return html`<section class="card roomy" aria-labelledby="code"><h2 id="code">${texts.whatToDo}</h2>${this.#chooser()}${steps(this.#way)}
      ${note('info', html`<p>${texts.replaceKey}</p>`)}</section>`;
  }

  #chooser() {
    return wayChooser(this.#way, (way) => { this.#way = way; this.requestUpdate(); });
  }
}

/** Asks how the merchant sells. @param {(way: string) => void} chosen */
export function wayChooser(current, chosen) {
  return html`<fieldset><legend>${texts.howSell}</legend><div class="options across">${WAYS.map(({ key, title, text }) => html`
    <label class="option"><input type="radio" name="way" value=${key} .checked=${key === current} @change=${() => chosen(key)}><span><b>${title}</b><span class="quiet">${text}</span></span></label>`)}</div></fieldset>`;
}

/** What is to be done for a way of selling. */
export function steps(way) {
  return html`<ol class="plain stack wide">${guide(way, session.workspace, location.origin).map(({ title, text, variants }, index) => html`
    <li class="stack tight"><h3>${index + 1}. ${title}</h3><p class="quiet">${text}</p><c-code label=${title} .variants=${variants}></c-code></li>`)}</ol>`;
}

customElements.define('c-stripe-code', StripeCode);
