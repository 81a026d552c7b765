import { html, nothing } from 'lit';
import { call } from '../api.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { ago, badge, empty } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { doing } from '../forms.js';
import { session } from '../session.js';
import { outcome, STATE_CHOICES, unsettled } from './outcome.js';

const PAGE_SIZE = 25;
const LOOK_MILLIS = 3000;

/** The Stripe events, newest first, each with what became of it and why, and a way to process it again. */
class StripeEvents extends Page {
  #events = [];
  #state = '';
  #mode = 'live';
  #pages = 1;
  #shown = null;

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
    say('The event is processed again.');
    await this.#look();
  }

  async #open(event) {
    this.#shown = await call('GET', `/stripe/events/${event.id}`);
    this.requestUpdate();
  }

  content() {
    return html`<section class="card flush" aria-label="Events">
      <div class="card-head filters">
        <fieldset class="row"><legend class="unseen">Mode</legend>
          <select class="input" aria-label="Mode" @change=${(event) => this.#choose(() => { this.#mode = event.target.value; })}>
            ${[['live', 'Live'], ['test', 'Test'], ['sandbox', 'Sandbox']].map(([value, text]) => html`<option value=${value} ?selected=${value === this.#mode}>${text}</option>`)}</select>
          <select class="input" aria-label="Outcome" @change=${(event) => this.#choose(() => { this.#state = event.target.value; })}>
            ${STATE_CHOICES.map(({ value, text }) => html`<option value=${value}>${text}</option>`)}</select></fieldset>
        <span class="row small quiet"><span class="pulse" aria-hidden="true"></span>Updates by itself</span>
      </div>
      ${this.#events.length ? this.#events.map((event) => this.#event(event)) : empty('clock', 'No event here',
    this.#state ? 'Nothing has this outcome. Choose another one to see the rest.' : 'Events appear within a second of Stripe sending them. Pay with a test card to see one, in test mode.')}
      ${this.#events.length === this.#pages * PAGE_SIZE ? html`<div class="row center rule-top"><button class="button small" type="button"
        @click=${doing(() => { this.#pages += 1; return this.#look(); })}><span>Show more</span></button></div>` : nothing}
    </section>${this.#dialog()}`;
  }

  #event(event) {
    return eventRow(event, html`<button class="button small" type="button" @click=${doing(() => this.#open(event))}><span>Details</span></button>
      ${session.is('member') ? html`<button class="button small" type="button" @click=${doing(() => this.#replay(event))}><span>Process again</span></button>` : nothing}`);
  }

  #dialog() {
    const event = this.#shown;
    return html`<c-dialog wide heading=${event?.type ?? ''} .open=${Boolean(event)} @closed=${() => { this.#shown = null; this.requestUpdate(); }}>
      ${event ? html`<div class="stack">${eventFacts(event)}
        ${event.payload ? html`<c-code label="The event as Stripe sent it" .variants=${[{ name: 'As Stripe sent it', code: JSON.stringify(event.payload, null, 2) }]}></c-code>` : nothing}</div>` : nothing}</c-dialog>`;
  }
}

/** An event in a list: what it was, what became of it, and why. */
export function eventRow(event, actions = nothing) {
  const { tone, text } = outcome(event.state);
  return html`<article class="event" aria-label=${event.type}>
    <div class="row apart"><div class="row">${badge(tone, text)}<code>${event.type}</code></div><span class="small quiet">${ago(event.receivedAt)}</span></div>
    <p class=${event.explanation ? '' : 'quiet'}>${event.explanation ?? (unsettled(event) ? 'It is being worked on.' : 'It did what it is for.')}</p>
    ${event.waitingFor ? html`<p class="row small quiet">${icon('clock')}Waits for <code>${event.waitingFor}</code></p>` : nothing}
    <div class="row apart"><span class="small quiet mono">${event.objectId ?? event.stripeEventId}</span><span class="row">${actions}</span></div></article>`;
}

function eventFacts({ stripeEventId, account, mode, objectId, customerId, reason, explanation, deliveries, apiVersion, effects }) {
  const rows = [['Event', stripeEventId], ['Account', account], ['Object', objectId], ['Customer', customerId]].filter(([, value]) => value);
  return html`${explanation ? html`<p>${explanation}</p>` : nothing}
    <dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd><c-copy text=${value} label="the ${name.toLowerCase()}"></c-copy></dd></div>`)}
      ${reason ? html`<div><dt>Reason</dt><dd><code>${reason}</code></dd></div>` : nothing}
      <div><dt>Mode</dt><dd>${mode}</dd></div><div><dt>API version</dt><dd>${apiVersion ?? 'none'}</dd></div><div><dt>Deliveries</dt><dd>${deliveries}</dd></div></dl>
    ${effects?.length ? html`<c-code label="What it did" .variants=${[{ name: 'What it did', code: JSON.stringify(effects, null, 2) }]}></c-code>` : nothing}`;
}

customElements.define('c-stripe-events', StripeEvents);
