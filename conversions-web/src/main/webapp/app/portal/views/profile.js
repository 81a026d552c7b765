import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { icon } from '../../components/icons.js';
import { badge, cardHead, empty, head, note } from '../../components/parts.js';
import { say } from '../../components/toasts.js';
import { submitting } from '../../forms.js';
import { day, moment } from '../../format.js';
import { addressFields, addressOf } from '../../partners/address.js';
import { textsOf } from '../../texts.js';
import { View } from '../view.js';

const texts = await textsOf('portal/portal-profile');
const common = await textsOf('frame/common');
const METHODS = ['bank', 'paypal', 'external'];

/** Where the partner's money goes: the account that counts, masked, one that waits to count, and the way to another one. */
class Profile extends View {
  #editing = false;
  #method = 'bank';

  async look() {
    const [profile, stripe] = await Promise.all(['/payout-profile', '/stripe-account'].map((path) => this.portal.get(path).catch((error) => {
      if (error.status === 404) {
        return null;
      }
      if (path === '/stripe-account') {
        return { problem: error };
      }
      throw error;
    })));
    const now = (profile?.next ?? profile?.account)?.method;
    this.#method = METHODS.includes(now) ? now : METHODS[0];
    return { profile, stripe };
  }

  /** The person goes on at Stripe, which leads back here. */
  #begin = submitting(async ({ password }) => {
    const { url } = await this.portal.send('POST', '/stripe-account', { password: password || undefined });
    location.assign(url);
  });

  #edit(open) {
    this.#editing = open;
    this.requestUpdate();
  }

  #send = submitting(async (values) => {
    const { iban, bic, paypalEmail, name, password } = values;
    const account = { bank: { iban, bic: bic || undefined, name, address: addressOf(values) }, paypal: { paypalEmail }, external: {} }[this.#method];
    const profile = await this.portal.send('PUT', '/payout-profile', { method: this.#method, ...account, password: password || undefined });
    say(profile.next ? texts.waits(moment(profile.nextAt)) : texts.saved);
    this.#edit(false);
    await this.reload();
  });

  shown({ profile, stripe }) {
    return html`${head(texts.title, texts.lead)}
      <div class="stack wide"><section class="card" aria-label=${texts.paidTo}>
        ${cardHead(texts.paidTo, profile ? texts.since(day(profile.inForceSince)) : nothing, profile && this.portal.owns && !this.#editing ? html`<button class="button" type="button" @click=${() => this.#edit(true)}>${icon('edit')}<span>${texts.change}</span></button>` : nothing)}
        ${profile ? this.#account(profile.account) : this.#editing ? nothing : empty('card', texts.none, this.portal.owns ? texts.noneText : texts.ownersOnly, this.portal.owns ? html`<button class="button primary" type="button" @click=${() => this.#edit(true)}>${texts.add}</button>` : nothing)}
        ${profile?.next ? note('caution', html`<p><strong>${texts.next(moment(profile.nextAt))}</strong> ${texts.nextText}</p>${this.#account(profile.next)}`) : nothing}
        ${profile && !this.portal.owns ? html`<p class="quiet">${texts.ownersOnly}</p>` : nothing}</section>
        ${this.#editing ? this.#form(profile) : this.#stripe(stripe)}</div>`;
  }

  #account({ method, name, iban, bic, paypalEmail, stripeAccount, address }) {
    const rows = [[texts.method, texts.methods[method]], [texts.holder, name], [texts.iban, iban && `… ${iban}`], [texts.bic, bic], [texts.methods.paypal, paypalEmail], [texts.methods.stripe, stripeAccount],
      [texts.address, address && [[address.street, address.buildingNumber].filter(Boolean).join(' '), [address.postalCode, address.city].filter(Boolean).join(' '), address.country].filter(Boolean).join(', ')]];
    return html`<dl class="facts">${rows.filter(([, value]) => value).map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  /** The account at Stripe: nobody names it, it is begun here and proved there. */
  #stripe(stripe) {
    const ready = stripe?.status === 'ready';
    return html`<section class="card" aria-label=${texts.stripe}>${cardHead(texts.stripe, ready ? texts.stripeReady : texts.stripeText, stripe?.status ? badge(ready ? 'positive' : 'caution', texts.stripeStatuses[stripe.status]) : nothing)}
      ${stripe?.problem ? note('caution', html`<p lang=${ifDefined(stripe.problem.lang)}>${stripe.problem.message}</p>`) : nothing}
      ${stripe?.due?.length ? html`<p>${texts.stripeDue(stripe.due.length)}</p>` : nothing}
      ${ready || !this.portal.owns ? nothing : html`<form class="stack" novalidate @submit=${this.#begin}>
        <c-field name="password" type="password" label=${common.yourPassword} hint=${texts.passwordHint} autocomplete="current-password" maxlength="200"></c-field><c-problem></c-problem>
        <div class="form-end"><button class="button" type="submit">${icon('external')}<span>${stripe?.status ? texts.stripeGoOn : texts.stripeBegin}</span></button></div></form>`}</section>`;
  }

  #form(profile) {
    const method = this.#method;
    return html`<section class="card" aria-label=${texts.another}>${cardHead(profile ? texts.another : texts.first, profile ? texts.anotherText : texts.firstText)}
      <form class="stack" novalidate @submit=${this.#send}>
        <c-choice name="method" label=${texts.method} .value=${method} .options=${METHODS.map((value) => ({ value, text: texts.methods[value] }))}
          @change=${(event) => { this.#method = event.target.value; this.requestUpdate(); }}></c-choice>
        ${method === 'bank' ? html`<c-field name="name" label=${texts.holder} maxlength="70" autocomplete="name" required></c-field>
          <div class="fields two"><c-field name="iban" label=${texts.iban} look="mono" maxlength="42" required></c-field><c-field name="bic" label=${texts.bic} look="mono" maxlength="11" hint=${texts.bicHint}></c-field></div>
          ${addressFields(null, texts, { required: true })}` : nothing}
        ${method === 'paypal' ? html`<c-field name="paypalEmail" type="email" label=${texts.paypalEmail} required></c-field>` : nothing}
        ${method === 'external' ? html`<p class="quiet">${texts.externalText}</p>` : nothing}
        <c-field name="password" type="password" label=${common.yourPassword} hint=${texts.passwordHint} autocomplete="current-password" maxlength="200"></c-field>
        <c-problem></c-problem>
        <div class="form-end"><button class="button primary" type="submit"><span>${common.save}</span></button>
          <button class="button" type="button" @click=${() => this.#edit(false)}>${common.cancel}</button></div></form></section>`;
  }
}

customElements.define('portal-profile', Profile);
