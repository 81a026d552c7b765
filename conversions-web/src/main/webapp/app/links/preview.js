import { html, LitElement, nothing } from 'lit';
import { icon } from '../components/icons.js';
import { textsOf } from '../texts.js';
import { percent } from '../format.js';
import { COUNTRIES, countryName } from './countries.js';
import { CLICK_ID, landing } from './landing.js';

const texts = (await textsOf('links/link-form')).preview;
const DEVICES = ['computer', 'ios', 'android', 'program'];

/** The place where a visitor of the link as it stands in the form would land, and why: for whichever visitor is chosen. */
class LinkPreview extends LitElement {
  static properties = { link: { attribute: false }, domain: { attribute: false }, vocabulary: {} };

  #visitor = { device: 'computer', country: '', at: '', unlocked: false };

  createRenderRoot() {
    return this;
  }

  #set(change) {
    this.#visitor = { ...this.#visitor, ...change };
    this.requestUpdate();
  }

  render() {
    const visitor = this.#visitor;
    const now = visitor.at ? new Date(visitor.at) : new Date();
    return html`<section class="card preview" aria-labelledby="preview-title">
      <h2 id="preview-title">${texts.title}</h2>
      <div class="fields">
        <c-choice label=${texts.device} value=${visitor.device} .options=${DEVICES.map((value) => ({ value, text: texts.devices[value] }))}
          @change=${(event) => this.#set({ device: event.target.value })}></c-choice>
        <c-choice label=${texts.country} value=${visitor.country} .options=${[{ value: '', text: texts.anywhere }, ...COUNTRIES]}
          @change=${(event) => this.#set({ country: event.target.value })}></c-choice>
        <c-field label=${texts.time} type="datetime-local" hint=${texts.timeHint} .value=${visitor.at} @input=${(event) => this.#set({ at: event.target.value })}></c-field>
        ${this.link.password ? html`<label class="check"><input type="checkbox" .checked=${visitor.unlocked} @change=${(event) => this.#set({ unlocked: event.target.checked })}>${texts.unlocked}</label>` : nothing}
      </div>
      <div class="outcome" role="status">${this.link.url ? outcome(landing(this.link, { ...visitor, at: now }, this.domain ?? {}, this.vocabulary), visitor) : html`<p class="quiet">${texts.noDestination}</p>`}</div>
    </section>`;
  }
}

/** A landing in words: where, why, and what goes with the visitor. */
function outcome({ kind, reason, url, additions, campaign, counted, choices }, visitor) {
  const where = { country: visitor.country && countryName(visitor.country) };
  return html`
    <p><strong>${url ? texts.landsOn : texts.pages[kind]}</strong></p>
    ${choices.length ? html`<ul class="plain stack tight">${choices.map(({ url: one, share }) => html`<li class="to">${percent(share)} · ${one}</li>`)}</ul>`
    : url ? html`<p class="to">${marking(url, additions)}</p>` : nothing}
    <p>${texts.because(texts.reasons[reason](where))}</p>
    ${campaign.length ? html`<p class="small quiet row start">${icon('tag')}<span>${texts.campaign(campaign.length)}</span></p>` : nothing}
    ${additions.map(({ name }) => html`<p class="small quiet row start">${icon('link')}<span>${texts.adds[name] ?? texts.adds.click} <code>${name}</code></span></p>`)}
    <p class="small quiet row start">${icon(counted ? 'check' : 'info')}<span>${counted ? (additions.length ? texts.counted : texts.countedOnly) : texts.notCounted}</span></p>`;
}

/** The address with what a click adds to it set off. */
function marking(url, additions) {
  const parts = additions.map(({ name, value }) => String(new URLSearchParams({ [name]: value })));
  const at = parts.length ? url.indexOf(parts[0]) : -1;
  if (at < 0) {
    return url;
  }
  const added = parts.join('&');
  return html`${url.slice(0, at)}<mark>${added.replaceAll(CLICK_ID, texts.clickId)}</mark>${url.slice(at + added.length)}`;
}

customElements.define('c-link-preview', LinkPreview);
