import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { call } from '../api.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { ago, badge, empty } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { doing } from '../forms.js';
import { session } from '../session.js';
import { navigate } from '../router.js';
import { textsOf } from '../texts.js';
import { explained } from './explained.js';
import { outcome, STATE_CHOICES, unsettled } from './outcome.js';
import './payload.js';
import './replay-all.js';

const texts = await textsOf('stripe/stripe');
const common = await textsOf('frame/common');
const frame = await textsOf('frame/frame');
const PAGE_SIZE = 25;
const LOOK_MILLIS = 3000;

/** The Stripe events, newest first, each with what became of it and why, and a way to process it again. */
class StripeEvents extends Page {
  /** The id of the event that the address names; null for the list alone. */
  static properties = { ...Page.properties, opened: { attribute: false } };

  #events = [];
  #state = '';
  #mode = 'live';
  #pages = 1;
  #shown = null;

  willUpdate(changed) {
    if (changed.has('opened')) {
      this.#arrive().catch((error) => say(error.message, 'negative'));
    }
  }

  async load() {
    await this.#look();
    this.every(LOOK_MILLIS, () => (this.#pages === 1 || this.#events.some(unsettled) ? this.#look() : null));
  }

  async #look() {
    const wanted = `${this.#mode} ${this.#state}`;
    const lists = await Promise.all(Array.from({ length: this.#pages }, (_, index) => call('GET',
      `/stripe/events?pageSize=${PAGE_SIZE}&page=${index + 1}&mode=${this.#mode}${this.#state ? `&state=${this.#state}` : ''}`)));
    if (wanted === `${this.#mode} ${this.#state}`) {
      this.#events = lists.flat();
      this.requestUpdate();
    }
  }

  async #choose(change) {
    change();
    this.#pages = 1;
    await this.#look();
  }

  async #replay(event) {
    await call('POST', `/stripe/events/${event.id}/replay`);
    say(texts.again);
    await this.#look();
  }

  /** Opens the event of the address. */
  async #arrive() {
    const id = this.opened;
    const shown = id ? await call('GET', `/stripe/events/${encodeURIComponent(id)}`) : null;
    if (id === this.opened) {
      this.#shown = shown;
      this.requestUpdate();
    }
  }

  #close() {
    this.#shown = null;
    this.requestUpdate();
    if (this.opened) {
      navigate('/app/stripe/events');
    }
  }

  content() {
    return html`<section class="card flush" aria-label=${texts.tabs.events}>
      <div class="card-head filters">
        <fieldset class="row"><legend class="unseen">${frame.mode}</legend>
          <select class="input" aria-label=${frame.mode} @change=${(event) => this.#choose(() => { this.#mode = event.target.value; })}>
            ${Object.entries(frame.modes).map(([value, text]) => html`<option value=${value} ?selected=${value === this.#mode}>${text}</option>`)}</select>
          <select class="input" aria-label=${texts.outcome} @change=${(event) => this.#choose(() => { this.#state = event.target.value; })}>
            ${STATE_CHOICES.map(({ value, text }) => html`<option value=${value}>${text}</option>`)}</select></fieldset>
        <span class="row small quiet"><span class="pulse" aria-hidden="true"></span>${texts.updates}
          ${this.#events.length ? html`<c-stripe-replay-all mode=${this.#mode} state=${this.#state} @replayed=${() => this.#look()}></c-stripe-replay-all>` : nothing}</span>
      </div>
      ${this.#events.length ? this.#events.map((event) => this.#event(event)) : empty('clock', texts.noEventHere,
    this.#state ? texts.noneOfOutcome : texts.eventsAppear)}
      ${this.#events.length === this.#pages * PAGE_SIZE ? html`<div class="row center rule-top"><button class="button small" type="button"
        @click=${doing(() => { this.#pages += 1; return this.#look(); })}><span>${common.showMore}</span></button></div>` : nothing}
    </section>${this.#dialog()}`;
  }

  #event(event) {
    return eventRow(event, html`<a class="button small" href="/app/stripe/events/${event.id}"><span>${texts.details}</span></a>
      ${session.is('member') ? html`<button class="button small" type="button" @click=${doing(() => this.#replay(event))}><span>${texts.processAgain}</span></button>` : nothing}`);
  }

  #dialog() {
    const event = this.#shown;
    return html`<c-dialog wide heading=${event?.type ?? ''} .open=${Boolean(event)} @closed=${() => this.#close()}>
      ${event ? html`<div class="stack">${eventFacts(event)}
        <c-stripe-payload .event=${event}></c-stripe-payload></div>` : nothing}</c-dialog>`;
  }
}

/** An event in a list: what it was, what became of it, and why. */
export function eventRow(event, actions = nothing) {
  const { tone, text } = outcome(event.state);
  return html`<article class="event" aria-label=${event.type}>
    <div class="row apart"><div class="row">${badge(tone, text)}<code>${event.type}</code></div><span class="small quiet">${ago(event.receivedAt)}</span></div>
    ${why(event) ?? html`<p class="quiet">${unsettled(event) ? texts.workedOn : texts.did}</p>`}
    ${event.waitingFor ? html`<p class="row small quiet">${icon('clock')}<span>${texts.waitsFor(html`<code>${event.waitingFor}</code>`)}</span></p>` : nothing}
    <div class="row apart"><span class="small quiet mono">${event.objectId ?? event.stripeEventId}</span><span class="row">${actions}</span></div></article>`;
}

/** Why it did what it did, or did nothing. */
export function why(found) {
  const said = explained(found);
  return said && html`<p lang=${ifDefined(said.lang)}>${said.text}</p>`;
}

function eventFacts(event) {
  const { mode, reason, explanation, deliveries, apiVersion, effects } = event;
  const rows = Object.entries({ event: event.stripeEventId, account: event.account, object: event.objectId, customer: event.customerId }).filter(([, value]) => value);
  const translated = explanation && explained(event).text !== explanation;
  return html`${why(event) ?? nothing}
    ${translated ? html`<p class="small quiet">${texts.inWords}: <span lang="en">${explanation}</span></p>` : nothing}
    <dl class="facts">${rows.map(([key, value]) => html`<div><dt>${texts.facts[key]}</dt><dd><c-copy text=${value} label=${texts.theFacts[key]}></c-copy></dd></div>`)}
      ${reason ? html`<div><dt>${texts.reason}</dt><dd><code>${reason}</code></dd></div>` : nothing}
      <div><dt>${frame.mode}</dt><dd>${frame.modes[mode] ?? mode}</dd></div><div><dt>${texts.apiVersion}</dt><dd>${apiVersion ?? texts.noVersion}</dd></div><div><dt>${texts.deliveries}</dt><dd>${deliveries}</dd></div></dl>
    ${effects?.length ? html`<c-code label=${texts.whatItDid} .variants=${[{ name: texts.whatItDid, code: JSON.stringify(effects, null, 2) }]}></c-code>` : nothing}`;
}

customElements.define('c-stripe-events', StripeEvents);
