import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import '../components/field.js';
import { cardHead } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { addressFields, addressOf } from './address.js';

const texts = await textsOf('partners/statements');

/** Who pays the partners: on statements, and in files for the bank. */
class Payer extends LitElement {
  #payer = undefined;

  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    this.#payer = (await call('GET', '/program')).payer;
    this.requestUpdate();
  }

  #save = submitting(async (values) => {
    const { name, iban, bic } = values;
    this.#payer = (await call('PATCH', '/program', { payer: { name, iban: iban || undefined, bic: bic || undefined, address: addressOf(values) ?? undefined } })).payer;
    say(texts.payerSaved);
  });

  render() {
    const payer = this.#payer;
    return payer === undefined || !session.is('member') ? nothing : html`<section class="card" aria-label=${texts.payer}>${cardHead(texts.payer, texts.payerText)}
      <form class="stack" novalidate @submit=${this.#save}>
        <div class="fields two"><c-field name="name" label=${texts.payerName} maxlength="70" required .value=${payer?.name ?? ''}></c-field>
          <c-field name="iban" label=${texts.iban} look="mono" maxlength="42" .value=${payer?.iban ?? ''}></c-field>
          <c-field name="bic" label=${texts.bic} look="mono" maxlength="11" hint=${texts.bicHint} .value=${payer?.bic ?? ''}></c-field></div>
        ${addressFields(payer?.address, texts)}<c-problem></c-problem>
        <div class="form-end"><button class="button" type="submit"><span>${texts.save}</span></button></div></form></section>`;
  }
}

customElements.define('c-payer', Payer);
