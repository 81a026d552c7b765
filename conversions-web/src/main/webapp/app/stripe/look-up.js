import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { call } from '../api.js';
import { icon } from '../components/icons.js';
import { ago, badge, cardHead, empty, note, table } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { doing, submitting } from '../forms.js';
import { moment, money, words } from '../format.js';
import { navigate } from '../router.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { eventRow, why } from './events.js';

const texts = await textsOf('stripe/stripe');
const common = await textsOf('frame/common');

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
      this.#problem = error;
    }
  }

  #send = submitting(async ({ id }) => navigate(`/app/stripe/look-up/${encodeURIComponent(id)}`));

  async #replay(event) {
    await call('POST', `/stripe/events/${event.id}/replay`);
    say(texts.again);
    setTimeout(() => this.reload(), 1000);
  }

  content() {
    return html`<div class="stack wide">
      <section class="card" aria-labelledby="look-up"><div class="card-head"><div><h2 id="look-up">${texts.why}</h2>
        <p>${texts.whyDetail}</p></div></div>
        <form class="row top" novalidate @submit=${this.#send}>
          <c-field class="grow" name="id" label=${texts.stripeId} look="mono" maxlength="255" required placeholder="pi_…, in_…, cus_…, cs_…, sub_…"
            pattern="\\s*(cus|pi|ch|py|in|cs|sub)_\\S+\\s*" wrong=${texts.stripeIdWrong} .value=${this.object ?? ''}></c-field>
          <button class="button primary beside" type="submit"><span>${texts.lookUp}</span></button></form></section>
      ${this.#problem ? note('caution', html`<p lang=${ifDefined(this.#problem.lang)}>${this.#problem.message}</p>`) : this.#found ? this.#answer() : nothing}</div>`;
  }

  #answer() {
    const { kind, tracked, events, sales } = this.#found;
    return html`
      <section class="card" aria-label=${texts.result}>
        <div class="card-head"><div><div class="row">${tracked ? badge('positive', texts.credited) : badge('caution', texts.notCredited)}<h2>${texts.kinds[kind] ?? words(kind)}</h2></div></div></div>
        ${why(this.#found) ?? (tracked ? nothing : html`<p>${texts.nothingCame}</p>`)}
        ${this.#facts()}</section>
      ${sales.length ? html`<section class="card flush" aria-label=${texts.sales}>${cardHead(texts.sales)}${table(texts.sales, [
    { label: texts.paid, cell: ({ paidAt }) => html`<time datetime=${paidAt}>${moment(paidAt)}</time>` },
    { label: common.kind, cell: (sale) => html`${texts.saleKinds[sale.kind] ?? words(sale.kind)} ${sale.disputed ? badge('negative', texts.disputed) : nothing}` },
    { label: texts.commission, end: true, cell: ({ commission }) => (commission ? html`${money(commission.earnings, commission.currency)} <span class="quiet">${texts.commissionStates[commission.status] ?? words(commission.status)}</span>` : html`<span class="quiet">${texts.noCommission}</span>`) },
    { label: texts.amount, end: true, cell: ({ amount, netAmount, currency }) => html`${money(netAmount, currency)}${netAmount === amount ? nothing : html`<div class="quiet small">${texts.of(money(amount, currency))}</div>`}` },
  ], sales)}</section>` : nothing}
      <section class="card flush" aria-label=${texts.itsEvents}>${cardHead(texts.itsEvents, texts.itsEventsDetail)}
        ${events.length ? events.map((event) => eventRow({ ...event, receivedAt: event.createdAt }, session.is('member') ? html`
          <button class="button small" type="button" @click=${doing(() => this.#replay(event))}><span>${texts.processAgain}</span></button>` : nothing))
    : empty('clock', texts.noEvent, texts.noEventDetail)}</section>`;
  }

  #facts() {
    const { link, click, customer, partner } = this.#found;
    return html`<ol class="plain trail">
      ${trail('link', common.link, link && html`<c-copy text=${link.shortLink} label=${texts.theLink}></c-copy>`)}
      ${trail('bolt', texts.click, click && (click.at ? html`${ago(click.at)}${click.country ? `, ${click.country}` : ''}` : texts.notKept))}
      ${trail('users', texts.customer, customer && html`${customer.name ?? customer.email ?? customer.externalId}`)}
      ${trail('shield', texts.partner, partner && html`${partner.name}`)}</ol>`;
  }
}

function trail(sign, name, value) {
  return html`<li>${icon(sign)}<span class="quiet">${name}</span><span>${value ?? html`<span class="quiet">${texts.notThere}</span>`}</span></li>`;
}

customElements.define('c-stripe-look-up', StripeLookUp);
