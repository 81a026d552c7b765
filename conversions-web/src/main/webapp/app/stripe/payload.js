import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { icon } from '../components/icons.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('stripe/payload');
const MASK = '•••';

/** The event as Stripe sent it: names, emails and addresses are masked until an owner asks for them, which is written down. */
class Payload extends LitElement {
  static properties = { event: { attribute: false } };

  #unmasked = null;

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('event')) {
      this.#unmasked = null;
    }
  }

  #ask = () => {
    const { id } = this.event;
    confirm({
      title: texts.askTitle,
      text: texts.askText,
      button: texts.show,
      action: async () => {
        const { payload } = await call('GET', `/stripe/events/${id}?unmasked=true`);
        if (this.event.id === id) {
          this.#unmasked = payload;
          this.requestUpdate();
        }
      },
    });
  };

  render() {
    if (!this.event.payload) {
      return html`<p class="quiet small">${texts.notKept}</p>`;
    }
    const code = JSON.stringify(this.#unmasked ?? this.event.payload, null, 2);
    const hidden = !this.#unmasked && code.includes(MASK);
    return html`<div class="stack tight">
      ${hidden ? html`<div class="row apart"><span class="small quiet">${texts.masked}</span>
        ${session.is('owner') ? html`<button class="button small" type="button" @click=${this.#ask}>${icon('lock')}<span>${texts.show}</span></button>` : nothing}</div>` : nothing}
      <c-code label=${texts.label} .variants=${[{ name: texts.name, code }]}></c-code></div>`;
  }
}

customElements.define('c-stripe-payload', Payload);
