import { html, nothing } from 'lit';
import { call } from '../api.js';
import { icon } from '../components/icons.js';
import { ago, badge, cardHead, empty, note, table } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { doing, submitting } from '../forms.js';
import { moment, money, words } from '../format.js';
import { navigate } from '../router.js';
import { session } from '../session.js';
import { eventRow } from './events.js';

/** What a customer, payment, invoice or checkout of Stripe means here: its link and partner, or why it counts for nobody. */
class StripeLookUp extends Page {
  static properties = { ...Page.properties, object: { attribute: false } };

  #found = null;
  #problem = null;

  willUpdate(changed) {
    if (changed.has('object') && changed.get('object') !== undefined) {
      this.reload();
    }
  }

  async load() {
    this.#found = null;
    this.#problem = null;
    if (this.object) {
      await this.#ask();
    }
  }

  async #ask() {
    try {
      this.#found = await call('GET', `/stripe/objects/${encodeURIComponent(this.object)}`);
    } catch (error) {
      if (![400, 404, 422].includes(error.status)) {
        throw error;
      }
      this.#problem = error.message;
    }
  }

  #send = submitting(async ({ id }) => navigate(`/app/stripe/look-up/${encodeURIComponent(id)}`));

  async #replay(event) {
    await call('POST', `/stripe/events/${event.id}/replay`);
    say('The event is processed again.');
    setTimeout(() => this.reload(), 1000);
  }

  content() {
    return html`<div class="stack wide">
      <section class="card" aria-labelledby="look-up"><div class="card-head"><div><h2 id="look-up">Why did it track, or not?</h2>
        <p>Paste the id of a customer, payment, invoice, checkout session or subscription, as Stripe’s dashboard shows it.</p></div></div>
        <form class="row top" novalidate @submit=${this.#send}>
          <c-field class="grow" name="id" label="Stripe’s id" look="mono" maxlength="255" required placeholder="pi_…, in_…, cus_…, cs_…, sub_…"
            pattern="\\s*(cus|pi|ch|py|in|cs|sub)_\\S+\\s*" wrong="It begins with cus_, pi_, ch_, in_, cs_ or sub_." .value=${this.object ?? ''}></c-field>
          <button class="button primary beside" type="submit"><span>Look up</span></button></form></section>
      ${this.#problem ? note('caution', html`<p>${this.#problem}</p>`) : this.#found ? this.#answer() : nothing}</div>`;
  }

  #answer() {
    const { kind, tracked, explanation, events, sales } = this.#found;
    return html`
      <section class="card" aria-label="Result">
        <div class="card-head"><div><div class="row">${tracked ? badge('positive', 'Credited') : badge('caution', 'Not credited')}<h2>${words(kind)}</h2></div></div></div>
        ${explanation ? html`<p>${explanation}</p>` : tracked ? nothing : html`<p>Nothing about it has come in from Stripe yet.</p>`}
        ${this.#facts()}</section>
      ${sales.length ? html`<section class="card flush" aria-label="Sales">${cardHead('Sales')}${table('Sales', [
    { label: 'Paid', cell: ({ paidAt }) => html`<time datetime=${paidAt}>${moment(paidAt)}</time>` },
    { label: 'Kind', cell: (sale) => html`${words(sale.kind)} ${sale.disputed ? badge('negative', 'Disputed') : nothing}` },
    { label: 'Commission', end: true, cell: ({ commission }) => (commission ? html`${money(commission.earnings, commission.currency)} <span class="quiet">${words(commission.status)}</span>` : html`<span class="quiet">none</span>`) },
    { label: 'Amount', end: true, cell: ({ amount, netAmount, currency }) => html`${money(netAmount, currency)}${netAmount === amount ? nothing : html`<div class="quiet small">of ${money(amount, currency)}</div>`}` },
  ], sales)}</section>` : nothing}
      <section class="card flush" aria-label="Its events">${cardHead('Its events', 'What Stripe has sent about it, the newest first.')}
        ${events.length ? events.map((event) => eventRow({ ...event, receivedAt: event.createdAt }, session.is('member') ? html`
          <button class="button small" type="button" @click=${doing(() => this.#replay(event))}><span>Process again</span></button>` : nothing))
    : empty('clock', 'No event', 'Stripe has sent nothing about it, or it is older than what is kept. A connection with a key can catch up on the last 30 days.')}</section>`;
  }

  #facts() {
    const { link, click, customer, partner } = this.#found;
    return html`<ol class="plain trail">
      ${trail('link', 'Link', link && html`<c-copy text=${link.shortLink} label="the link"></c-copy>`)}
      ${trail('bolt', 'Click', click && (click.at ? html`${ago(click.at)}${click.country ? `, ${click.country}` : ''}` : 'no longer kept'))}
      ${trail('users', 'Customer', customer && html`${customer.name ?? customer.email ?? customer.externalId}`)}
      ${trail('shield', 'Partner', partner && html`${partner.name}`)}</ol>`;
  }
}

function trail(sign, name, value) {
  return html`<li>${icon(sign)}<span class="quiet">${name}</span><span>${value ?? html`<span class="quiet">none</span>`}</span></li>`;
}

customElements.define('c-stripe-look-up', StripeLookUp);
