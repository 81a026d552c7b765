import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import '../components/dialog.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import { cardHead, note } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { moment } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { addressFields, addressOf } from './address.js';
import './stripe-account.js';

const texts = await textsOf('partners/statements');
const METHODS = ['bank', 'paypal', 'external'];

/** Where the money of a partner goes, masked, and an account that waits to come into force. */
class PayoutProfile extends LitElement {
  static properties = { partnerId: {}, method: { state: true } };

  /** Undefined until it is known, and null where there is none. */
  #profile = undefined;
  #editing = false;

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('partnerId')) {
      this.#look();
    }
  }

  async #look() {
    this.#use(await call('GET', `/partners/${this.partnerId}/payout-profile`).catch((error) => {
      if (error.status !== 404) {
        say(error.message, 'negative');
      }
      return null;
    }));
  }

  #use(profile) {
    this.#profile = profile;
    const { method } = profile?.next ?? profile?.account ?? {};
    this.method = METHODS.includes(method) ? method : 'bank';
    this.requestUpdate();
  }

  #edit(open) {
    this.#editing = open;
    this.requestUpdate();
  }

  #send = submitting(async (values) => {
    const { iban, bic, paypalEmail, name, currentPassword } = values;
    const account = { bank: { iban, bic: bic || undefined, name, address: addressOf(values) }, paypal: { paypalEmail }, external: {} }[this.method];
    const profile = await call('PUT', `/partners/${this.partnerId}/payout-profile`, { method: this.method, ...account, currentPassword });
    say(profile.next ? texts.profileWaits(moment(profile.nextAt)) : texts.profileSaved);
    this.#edit(false);
    this.#use(profile);
  });

  render() {
    const profile = this.#profile;
    return profile === undefined ? nothing : html`<section class="card" aria-label=${texts.profile}>
      ${cardHead(texts.profile, nothing, session.is('owner') ? html`<button class="button small" type="button" @click=${() => this.#edit(true)}>${icon('edit')}<span>${profile ? texts.change : texts.add}</span></button>` : nothing)}
      ${profile ? html`${this.#account(profile.account)}${profile.next ? note('caution', html`<p>${texts.next(moment(profile.nextAt))}</p>${this.#account(profile.next)}`) : nothing}`
    : html`<p class="quiet">${texts.noProfile}</p>`}<c-stripe-account partnerId=${this.partnerId}></c-stripe-account></section>${this.#dialog()}`;
  }

  #account({ method, name, iban, bic, paypalEmail, address, stripeAccount }) {
    const rows = [[texts.method, texts.methods[method]], [texts.holder, name], [texts.iban, iban && `… ${iban}`], [texts.bic, bic], [texts.methods.paypal, paypalEmail], [texts.methods.stripe, stripeAccount],
      [texts.address, address && [[address.street, address.buildingNumber].filter(Boolean).join(' '), [address.postalCode, address.city].filter(Boolean).join(' '), address.country].filter(Boolean).join(', ')]];
    return html`<dl class="facts narrow">${rows.filter(([, value]) => value).map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  #dialog() {
    return html`<c-dialog heading=${texts.profile} .open=${this.#editing} @closed=${() => this.#edit(false)}>
      ${this.#editing ? html`<form class="stack" novalidate @submit=${this.#send}><p>${texts.profileText}</p>
        <c-choice name="method" label=${texts.method} .value=${this.method} .options=${METHODS.map((value) => ({ value, text: texts.methods[value] }))} @change=${(event) => { this.method = event.target.value; }}></c-choice>
        ${this.method === 'bank' ? html`<c-field name="name" label=${texts.holder} maxlength="70" required></c-field>
          <div class="fields two"><c-field name="iban" label=${texts.iban} look="mono" maxlength="42" required></c-field><c-field name="bic" label=${texts.bic} look="mono" maxlength="11" hint=${texts.bicHint}></c-field></div>
          ${addressFields(null, texts, { required: true })}` : nothing}
        ${this.method === 'paypal' ? html`<c-field name="paypalEmail" type="email" label=${texts.paypalEmail} required></c-field>` : nothing}
        <c-field name="currentPassword" type="password" label=${texts.password} autocomplete="current-password" required></c-field>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#edit(false)}>${texts.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.save}</span></button></div></form>` : nothing}</c-dialog>`;
  }
}

customElements.define('c-payout-profile', PayoutProfile);
