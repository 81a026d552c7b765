import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import { secret } from '../components/copy.js';
import { badge } from '../components/parts.js';
import { busy } from '../forms.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('partners/stripe-account');

/** How far the account of a partner at Stripe is, which is asked of Stripe when somebody wants to know, and the way to begin it. */
class StripeAccount extends LitElement {
  static properties = { partnerId: {}, account: { state: true } };

  createRenderRoot() {
    return this;
  }

  get #path() {
    return `/partners/${this.partnerId}/stripe-account`;
  }

  #look = (event) => busy(event.currentTarget, async () => {
    this.account = await call('GET', this.#path).catch((error) => {
      if (error.status !== 404) {
        throw error;
      }
      return null;
    });
  });

  #begin = (event) => busy(event.currentTarget, async () => {
    const begun = await call('POST', this.#path, { returnUrl: `${location.origin}/partners/` });
    this.account = { ...begun, due: this.account?.due ?? [] };
  });

  render() {
    const { account } = this;
    return html`<div class="stack tight" aria-live="polite"><h3>${texts.title}</h3>
      ${account === undefined ? html`<div><button class="button small" type="button" @click=${this.#look}>${texts.ask}</button></div>` : this.#state(account)}</div>`;
  }

  #state(account) {
    const begins = session.is('owner') && account?.status !== 'ready';
    return html`${account ? html`<p>${badge(account.status === 'ready' ? 'positive' : 'caution', texts.statuses[account.status])} <span class="mono small">${account.accountId}</span></p>
        ${account.due.length ? html`<p class="small quiet">${texts.due(account.due.length)}</p>` : nothing}` : html`<p class="quiet">${texts.none}</p>`}
      ${account?.url ? html`<p class="small">${texts.send}</p>${secret(texts.link, account.url)}`
    : begins ? html`<div><button class="button small" type="button" @click=${this.#begin}>${account ? texts.again : texts.begin}</button></div>` : nothing}`;
  }
}

customElements.define('c-stripe-account', StripeAccount);
