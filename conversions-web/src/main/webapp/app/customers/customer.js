import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { icon } from '../components/icons.js';
import { AddressedPage, here, parameters } from '../components/listing.js';
import { badge, cardHead, empty, head, modeBadge } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { count, moment, money } from '../format.js';
import { navigate } from '../router.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { attributed } from './attribution.js';
import { countryName } from './countries.js';
import { earnedIn, journey, lasting, pace } from './journey.js';
import { clickPlace, timeline } from './timeline.js';

const texts = await textsOf('money/customers');
const EVENTS_MAX = 200;

/** A customer: what they are worth, and all that they did, from the first click on. */
class Customer extends AddressedPage {
  async look(query, mode) {
    const activity = await call('GET', `/customers/${encodeURIComponent(this.rest[0])}/activity?${parameters({ mode })}`);
    const stripeEvents = await this.#stripeEvents(activity.customer);
    return { activity, stripeEvents, churn: await this.#churn(activity.customer, stripeEvents) };
  }

  /** What Stripe said about the customer; nothing for whoever may not read it. */
  async #stripeEvents({ stripeCustomerId }) {
    return stripeCustomerId ? call('GET', `/stripe/events?${parameters({ customerId: stripeCustomerId, pageSize: 100 })}`).catch(() => []) : [];
  }

  /** Why the last subscription ended, in Stripe's words. */
  async #churn({ subscriptionCanceledAt }, stripeEvents) {
    const ended = subscriptionCanceledAt && stripeEvents.find(({ type }) => type === 'customer.subscription.deleted');
    const event = ended ? await call('GET', `/stripe/events/${ended.id}`).catch(() => null) : null;
    return event?.payload?.data?.object?.cancellation_details ?? null;
  }

  #erase = () => {
    const { customer } = this.found.activity;
    confirm({
      title: texts.eraseTitle(nameOf(customer)),
      text: texts.eraseText,
      button: texts.erase,
      action: async () => {
        await call('DELETE', `/customers/${customer.id}`);
        say(texts.erased);
        navigate(here('/app/customers'), { replace: true });
      },
    });
  };

  shown({ activity, stripeEvents, churn }) {
    const { customer } = activity;
    return html`
      <a class="backward" href=${here('/app/customers')}>${icon('left')}${texts.all}</a>
      ${head(nameOf(customer), nothing, html`
        ${customer.mode === 'live' ? nothing : modeBadge(customer.mode)}${customer.subscriptionCanceledAt ? badge('caution', texts.churned) : nothing}
        ${this.#atStripe(customer, stripeEvents)}
        ${session.is('member') ? html`<button class="button danger" type="button" @click=${this.#erase}>${icon('trash')}<span>${texts.erase}</span></button>` : nothing}`)}
      <div class="stack wide">${this.#figures(activity)}
        <div class="columns">${this.#journey(activity, stripeEvents)}${this.#facts(activity, churn)}</div></div>`;
  }

  #atStripe({ stripeCustomerId, mode }, stripeEvents) {
    const account = stripeEvents[0]?.account;
    return stripeCustomerId && account ? html`<a class="button" rel="noreferrer" target="_blank" href=${stripeAddress(account, mode, stripeCustomerId)}>
      ${icon('external')}<span>${texts.atStripe}</span></a>` : nothing;
  }

  #figures({ customer, ltv, events, earnings }) {
    const { currency } = session.workspace;
    const took = pace(events);
    const earned = earnedIn(earnings);
    return html`<section class="figures plainly" aria-label=${texts.figures.value}>
      ${figure(texts.figures.value, money(ltv, currency), customer.refundedAmount
    ? texts.figures.refunded(money(customer.grossSaleAmount, currency), money(customer.refundedAmount, currency)) : nothing)}
      ${figure(texts.figures.sales, count(customer.sales))}
      ${figure(texts.figures.toLead, took.lead === null ? texts.figures.notYet : lasting(took.lead))}
      ${figure(texts.figures.toSale, took.sale === null ? texts.figures.notYet : lasting(took.sale))}
      ${earned.length ? figure(texts.figures.earned, earned.map((one) => money(one.earnings, one.currency)).join(' + ')) : nothing}</section>`;
  }

  #journey(activity, stripeEvents) {
    const order = this.query.get('order') ?? '';
    const moments = journey(activity, stripeEvents, order === 'oldest');
    return html`<section class="card flush" aria-label=${texts.journey}>
      ${cardHead(texts.journey, activity.events.length === EVENTS_MAX ? texts.cut : nothing, html`
        <select class="input" aria-label=${texts.order} @change=${(event) => this.set({ order: event.target.value })}>
          ${Object.entries(texts.orders).map(([value, text]) => html`<option value=${value} ?selected=${value === order}>${text}</option>`)}</select>`)}
      ${moments.length ? timeline(moments.map(told)) : empty('clock', texts.empty, texts.emptyText)}</section>`;
  }

  #facts({ customer, subscriptions }, churn) {
    const { names } = texts;
    const rows = [
      [names.email, customer.email && html`<c-copy .text=${customer.email} label=${names.email}></c-copy>`],
      [names.id, html`<c-copy .text=${customer.id} label=${texts.copyId}></c-copy>`],
      [names.externalId, customer.externalId && html`<c-copy .text=${customer.externalId} label=${names.externalId}></c-copy>`],
      [names.stripe, customer.stripeCustomerId && html`<c-copy .text=${customer.stripeCustomerId} label=${names.stripe}></c-copy>`],
      [names.country, countryName(customer.country)],
      [names.link, customer.link && html`<a href=${here(`/app/links/${customer.link.id}`)}>${customer.link.shortLink.replace(/^https?:\/\//, '')}</a>`],
      [names.partner, customer.partner && html`<a href=${here(`/app/partners/${customer.partner.id}`)}>${customer.partner.name}</a>`],
      [names.created, moment(customer.createdAt)],
      [names.firstSale, customer.firstSaleAt && moment(customer.firstSaleAt)],
      ...subscriptions.map(({ id, status, endedAt }) => [names.subscription, html`${statusText(endedAt ? 'canceled' : status)}<div class="quiet"><c-copy .text=${id} label=${names.subscription}></c-copy></div>`]),
      [names.churned, customer.subscriptionCanceledAt && html`${moment(customer.subscriptionCanceledAt)}${churnWhy(churn)}`],
    ];
    return html`<section class="card" aria-label=${texts.facts}><h2>${texts.facts}</h2><dl class="facts narrow">${rows.filter(([, value]) => value).map(([name, value]) => html`
      <div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
  }
}

/** @returns what a moment of the journey says, beside its time and amount */
function told(one) {
  const title = one.kind === 'subscription' ? texts.kinds.subscription(statusText(one.status))
    : (one.kind === 'lead' || one.kind === 'sale') && one.name ? html`${texts.kinds[one.kind]}: ${texts.eventNames[one.name] ?? one.name}` : texts.kinds[one.kind] ?? one.kind;
  const ways = [
    one.saleId && html`<a href=${here(`/app/sales/${one.saleId}`)}>${texts.toSale}</a>`,
    one.stripeEvent && html`<a href=${here(`/app/stripe/events/${one.stripeEvent.id}`)}>${texts.toEvent}</a>`,
    one.partnerId && html`<a href=${here(`/app/partners/commissions/${one.commissionId}`)}>${one.partner ?? texts.toCommission}</a>`,
    one.subscriptionId && html`<span class="mono">${one.subscriptionId}</span>`,
  ].filter(Boolean);
  return { ...one, title, more: html`
        ${one.link && one.kind !== 'refund' && one.kind !== 'correction' ? html`<a href=${here(`/app/links/${one.link.id}`)}>${one.link.shortLink.replace(/^https?:\/\//, '')}</a>` : nothing}
    ${one.attribution ? html`<span>${texts.why}: ${attributed(one.attribution)}</span>` : nothing}
    ${one.kind === 'click' || (one.kind === 'sale' && one.click) ? html`<span class="row">${clickPlace(one.click)}</span>` : nothing}
    ${ways.length ? html`<span class="row">${ways}</span>` : nothing}` };
}

function figure(name, value, hint = nothing) {
  return html`<div class="figure"><span>${name}</span><b>${value}</b>${hint === nothing ? nothing : html`<span>${hint}</span>`}</div>`;
}

function nameOf({ name, email, externalId }) {
  return name || email || externalId || texts.unnamed;
}

function statusText(status) {
  return texts.statuses[status] ?? status ?? '';
}

function churnWhy(details) {
  const why = [texts.churnReasons[details?.reason], texts.feedback[details?.feedback]].filter(Boolean).join(', ');
  return why ? html`<div class="quiet">${why}</div>` : nothing;
}

function stripeAddress(account, mode, id) {
  return `https://dashboard.stripe.com/${account}/${mode === 'test' ? 'test/' : ''}customers/${id}`;
}

customElements.define('c-customer', Customer);
