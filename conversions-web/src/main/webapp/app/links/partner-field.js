import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import { withMode, modeOf } from '../mode.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('links/link-form');
const TYPING_MILLIS = 250;

/** The partner whom a link credits: looked for by name or email, and fixed once the link is made. */
class PartnerField extends LitElement {
  static properties = { partnerId: {}, fixed: { type: Boolean }, partner: { state: true }, found: { state: true } };

  #typing = 0;

  createRenderRoot() {
    return this;
  }

  async willUpdate(changed) {
    if (changed.has('partnerId') && this.partnerId !== (this.partner?.id ?? '')) {
      this.partner = null;
      this.partner = this.partnerId ? await call('GET', `/partners/${encodeURIComponent(this.partnerId)}`).catch(() => null) : null;
    }
  }

  #type(event) {
    event.stopPropagation();
    const { value } = event.target;
    const chosen = this.found?.find((partner) => said(partner) === value);
    clearTimeout(this.#typing);
    if (chosen || !value) {
      this.partner = chosen ?? null;
      this.dispatchEvent(new CustomEvent('chosen', { detail: chosen?.id ?? '' }));
      return;
    }
    this.#typing = setTimeout(async () => {
      this.found = await call('GET', `/partners?pageSize=20&search=${encodeURIComponent(value)}`).catch(() => []);
    }, TYPING_MILLIS);
  }

  render() {
    if (this.fixed) {
      return this.partner ? html`<div><span class="label">${texts.partner}</span><p><a href=${withMode(`/app/partners/${this.partner.id}`, modeOf(location.search))}>${said(this.partner)}</a></p></div>` : nothing;
    }
    return html`<label class="label" for="link-partner">${texts.partner}</label>
      <input class="input" id="link-partner" list="link-partners" autocomplete="off" placeholder=${texts.partnerSearch} aria-describedby="link-partner-hint" .value=${this.partner ? said(this.partner) : ''}
        @input=${this.#type} @change=${(event) => event.stopPropagation()}>
      <datalist id="link-partners">${(this.found ?? []).map((partner) => html`<option value=${said(partner)}></option>`)}</datalist>
      <p class="hint" id="link-partner-hint">${texts.partnerHint}</p>`;
  }
}

function said({ name, email }) {
  return name && email ? `${name} (${email})` : name || email;
}

customElements.define('c-partner-field', PartnerField);
