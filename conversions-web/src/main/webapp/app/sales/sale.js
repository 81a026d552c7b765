import { html, nothing } from 'lit';
import { call } from '../api.js';
import { icon } from '../components/icons.js';
import { AddressedPage, here, parameters } from '../components/listing.js';
import { badge, cardHead, head, note } from '../components/parts.js';
import { attributed } from '../customers/attribution.js';
import { earnedIn } from '../customers/journey.js';
import { clickPlace, timeline } from '../customers/timeline.js';
import { day, moment, money, words } from '../format.js';
import { locale } from '../language.js';
import { session } from '../session.js';
import { eventRow } from '../stripe/events.js';
import { textsOf } from '../texts.js';
import { statusBadges } from './list.js';
import './refund.js';
import { converted } from './status.js';

const texts = await textsOf('money/sales');
const AT_STRIPE = /^(in|cs|pi|ch|py)_/;
const KINDS = { sale: 'sale', correction: 'correction', refund: 'refund', dispute: 'dispute', reversal: 'reversal' };

/** A sale: its amounts, everything that happened to its money, why it is attributed, and the Stripe events behind it. */
class SaleView extends AddressedPage {
  #refunding = false;

  async look() {
    const sale = await call('GET', `/sales/${encodeURIComponent(this.rest[0])}?includeExpandedFields=true`);
    return { sale, events: await this.#events(sale) };
  }

  /** What Stripe said about the payment; null where Stripe has no part in it, and for whoever may not read that. */
  async #events({ saleKey }) {
    return AT_STRIPE.test(saleKey) ? call('GET', `/stripe/objects/${encodeURIComponent(saleKey)}?${parameters({ mode: this.query.get('mode') })}`)
      .then((answer) => answer.events, () => null) : null;
  }

  #refund(open) {
    this.#refunding = open;
    this.requestUpdate();
  }

  shown({ sale, events }) {
    const mayRefund = session.is('member') && sale.netAmount > 0 && !sale.disputed && !events?.length;
    return html`
      <a class="backward" href=${here('/app/sales')}>${icon('left')}${texts.all}</a>
      ${head(html`${money(sale.grossAmount, sale.currency)} <span class="quiet">${texts.eventNames[sale.eventName] ?? sale.eventName}</span>`, nothing, html`${statusBadges(sale)}
        ${mayRefund ? html`<button class="button" type="button" @click=${() => this.#refund(true)}>${icon('refund')}<span>${texts.refund}</span></button>` : nothing}`)}
      <div class="stack wide">
        ${sale.exchangeRate?.stale ? note('info', html`<p>${texts.stale}</p>`) : !sale.exchangeRate && sale.grossAmount === 0 ? note('caution', html`<p>${texts.noRate}</p>`) : nothing}
        ${this.#figures(sale)}
        <div class="columns"><div class="stack wide">${this.#why(sale)}${this.#happened(sale)}${this.#stripe(events)}</div>${this.#facts(sale)}</div>
      </div>
      <c-refund .sale=${sale} .open=${this.#refunding} @closed=${() => this.#refund(false)} @refunded=${() => this.reload()}></c-refund>`;
  }

  #figures({ grossAmount, refundedAmount, netAmount, currency, origin }) {
    const earned = earnedIn(origin?.earnings);
    const figures = [
      [texts.figures.sold, money(grossAmount, currency)],
      [texts.figures.back, money(0 - refundedAmount, currency)],
      [texts.figures.left, money(netAmount, currency)],
      ...(earned.length ? [[texts.figures.earned, earned.map((one) => money(one.earnings, one.currency)).join(' + ')]] : []),
    ];
    return html`<section class="figures plainly" aria-label=${texts.title}>${figures.map(([name, value]) => html`
      <div class="figure"><span>${name}</span><b>${value}</b></div>`)}</section>`;
  }

  #why({ attribution, link, origin, clickId }) {
    return html`<section class="card" aria-label=${texts.why}><h2>${texts.why}</h2><p>${attributed(attribution)}</p>
      <dl class="facts"><div><dt>${texts.click}</dt><dd>${origin?.click ? html`<time datetime=${origin.click.at}>${moment(origin.click.at)}</time>` : nothing}
        <div class="quiet small stack tight">${clickPlace(origin?.click)}</div></dd></div>
        ${link ? html`<div><dt>${texts.names.link}</dt><dd><a href=${here(`/app/links/${link.id}`)}>${link.shortLink.replace(/^https?:\/\//, '')}</a></dd></div>` : nothing}
        <div><dt>${texts.names.id}</dt><dd><c-copy .text=${clickId} label=${texts.copyId}></c-copy></dd></div></dl></section>`;
  }

  #happened({ entries, currency, origin }) {
    const moments = [
      ...entries.map(({ kind, amount, at, sourceId }) => ({ kind: KINDS[kind] ?? kind, at, amount, currency, title: texts.entries[kind] ?? kind, more: html`<span class="mono">${sourceId}</span>` })),
      ...(origin?.earnings ?? []).toReversed().map((one) => ({
        kind: one.kind === 'paid' ? 'paid' : one.earnings < 0 ? 'takenBack' : 'earned', at: one.at, amount: one.earnings, currency: one.currency,
        title: texts.earnings[one.kind] ?? one.kind,
        more: html`<span class="row"><a href=${here(`/app/partners/commissions/${one.commissionId}`)}>${one.partner ?? texts.names.partner}</a>
          ${badge('', texts.commissionStatuses[one.status] ?? one.status)}</span>`,
      })),
    ].sort((one, other) => second(one.at) - second(other.at));
    return html`<section class="card flush" aria-label=${texts.happened}>${cardHead(texts.happened)}${timeline(moments)}</section>`;
  }

  #stripe(events) {
    return events?.length ? html`<section class="card flush" aria-label=${texts.events}>${cardHead(texts.events, texts.eventsText)}
      ${events.map((event) => eventRow({ ...event, receivedAt: event.createdAt }, html`<a class="button small" href=${here(`/app/stripe/events/${event.id}`)}>${texts.open}</a>`))}</section>` : nothing;
  }

  #facts(sale) {
    const { names } = texts;
    const rate = sale.exchangeRate;
    const rows = [
      [names.id, html`<c-copy .text=${sale.id} label=${texts.copyId}></c-copy>`],
      [names.customer, html`<a href=${here(`/app/customers/${sale.customerId}`)}>${sale.customer?.name || sale.customer?.email || sale.customer?.externalId || texts.nobody}</a>`],
      [names.partner, sale.partner && html`<a href=${here(`/app/partners/${sale.partner.id}`)}>${sale.partner.name}</a>`],
      [names.kind, texts.kinds[sale.kind] ?? sale.kind],
      [names.invoice, sale.invoiceId && html`<c-copy .text=${sale.invoiceId} label=${names.invoice}></c-copy>`],
      [names.key, sale.saleKey !== sale.invoiceId && html`<c-copy .text=${sale.saleKey} label=${names.key}></c-copy>`],
      [names.processor, words(sale.paymentProcessor)],
      [names.paid, moment(sale.paidAt)],
      [names.recorded, moment(sale.createdAt)],
      [names.original, converted(sale) && money(sale.originalAmount, sale.originalCurrency)],
      [names.counted, converted(sale) && sale.countedCurrency !== sale.originalCurrency && money(sale.countedAmount, sale.countedCurrency)],
      [names.rate, rate && sale.countedCurrency !== sale.currency && html`${texts.rate(Number(rate.rate).toLocaleString(locale, { maximumSignificantDigits: 6 }), sale.countedCurrency.toUpperCase(), sale.currency.toUpperCase())}
        <div class="quiet small">${day(rate.asOf)} · ${texts.sources[rate.source] ?? rate.source}</div>`],
    ];
    return html`<section class="card" aria-label=${texts.facts}><h2>${texts.facts}</h2><dl class="facts narrow">${rows.filter(([, value]) => value).map(([name, value]) => html`
      <div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
  }
}

/** Stripe's times are whole seconds: what happened in one stays in its order. */
function second(time) {
  return Math.floor(Date.parse(time) / 1000);
}

customElements.define('c-sale', SaleView);
