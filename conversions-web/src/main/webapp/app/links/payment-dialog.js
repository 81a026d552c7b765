import { html, LitElement } from 'lit';
import { call } from '../api.js';
import { secret } from '../components/copy.js';
import '../components/dialog.js';
import { submitting } from '../forms.js';
import { modeOf, withMode } from '../mode.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { isPaymentLink, withMark } from './payment-link.js';

const texts = (await textsOf('links/links')).payment;

/** Makes the short link of a Stripe payment link, so that its payments are credited. Tells when one was made. */
class PaymentDialog extends LitElement {
  static properties = { open: { type: Boolean }, made: { state: true } };

  createRenderRoot() {
    return this;
  }

  #make = submitting(async ({ url }, form) => {
    if (!isPaymentLink(url)) {
      form.querySelector('c-field').complain(texts.wrong);
      return;
    }
    this.made = await call('POST', '/links', { url: withMark(url, session.workspace.vocabulary), trackConversion: true });
    this.dispatchEvent(new Event('made'));
  });

  #closed() {
    this.made = null;
    this.dispatchEvent(new Event('closed'));
  }

  render() {
    return html`<c-dialog heading=${this.made ? texts.madeTitle : texts.title} .open=${this.open} @closed=${() => this.#closed()}>${this.made ? html`
      <div class="stack">${secret(texts.short, this.made.shortLink)}<p>${texts.madeText}</p>
        <div class="form-end right"><a class="button" href=${withMode(`/app/links/${this.made.id}`, modeOf(location.search))}>${texts.details}</a>
          <button class="button primary" type="button" data-first @click=${() => this.querySelector('c-dialog').close()}>${texts.done}</button></div></div>` : html`
      <form class="stack" novalidate @submit=${this.#make}>
        <p>${texts.text}</p>
        <c-field name="url" label=${texts.url} inputmode="url" maxlength="2000" placeholder="https://buy.stripe.com/…" required></c-field>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button primary" type="submit"><span>${texts.make}</span></button></div></form>`}</c-dialog>`;
  }
}

customElements.define('c-payment-dialog', PaymentDialog);
