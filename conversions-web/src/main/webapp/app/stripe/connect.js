import { html, nothing } from 'lit';
import { call, leaveBy } from '../api.js';
import { icon } from '../components/icons.js';
import { head, modeBadge, note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { navigate } from '../router.js';
import { steps, wayChooser } from './code.js';
import { eventRow } from './events.js';
import { permissionsAddress, WEBHOOK_EVENTS } from './endpoint.js';

const LOOK_MILLIS = 2000;

/**
 * The way to the first event: connect an account, put the code in place, pay once, and see what came of it. With a
 * connection in its address it goes on where that one stands.
 */
class StripeConnect extends Page {
  static properties = { ...Page.properties, connectionId: { attribute: false } };

  #connection = null;
  #endpointUrl = null;
  #mode = 'test';
  #how = 'key';
  #way = null;
  #events = [];

  async load() {
    if (this.connectionId) {
      await this.#lookAtConnection();
      await this.#lookForEvents();
    }
    this.every(LOOK_MILLIS, () => (this.#connection ? this.#lookForEvents() : null));
  }

  async #lookAtConnection() {
    const all = await call('GET', '/stripe/connections');
    this.#connection = all.find(({ id }) => id === this.connectionId) ?? null;
    this.#mode = this.#connection?.mode ?? this.#mode;
  }

  async #lookForEvents() {
    this.#events = await call('GET', `/stripe/events?pageSize=5&mode=${this.#mode}&start=${encodeURIComponent(this.#connection?.createdAt ?? new Date().toISOString())}`);
    this.requestUpdate();
  }

  #connect = submitting(async ({ apiKey }) => {
    if (this.#how === 'login') {
      await leaveBy(`/stripe/connect/start?mode=${this.#mode}`);
      return;
    }
    const withKey = this.#how === 'key';
    const made = await call('POST', '/stripe/connections', { mode: this.#mode, ...(withKey ? { apiKey, createEndpoint: true } : {}) });
    this.#connection = made;
    this.#endpointUrl = made.endpointUrl;
    this.connectionId = made.id;
    navigate(`/app/stripe/connect/${made.id}`, { replace: true });
    await this.#lookForEvents();
    say(withKey ? 'Connected: the endpoint is made at Stripe.' : 'The endpoint is ready to be added in Stripe.');
  });

  #saveSecret = submitting(async ({ signingSecrets }) => {
    this.#connection = { ...this.#connection, ...await call('PATCH', `/stripe/connections/${this.#connection.id}`, { signingSecrets: signingSecrets.split(/[\s,]+/).filter(Boolean) }) };
    say('Saved');
    this.requestUpdate();
  });

  content() {
    const connected = this.#connection && (this.#connection.signingSecretSet || this.#connection.accountId);
    return html`
      <p class="small back"><a href="/app/stripe">← All connections</a></p>
      ${head('Connect Stripe', 'Three steps. You can leave at any time and go on later.')}
      <div class="stack wide">
        ${this.#part(1, 'Connect an account', connected, this.#connection ? connected ? this.#connectedLine() : this.#endpoint() : this.#choice())}
        ${this.#part(2, 'Put the code in place', Boolean(this.#way && this.#events.length), connected ? html`${wayChooser(this.#way, (way) => { this.#way = way; this.requestUpdate(); })}${this.#way ? steps(this.#way) : nothing}` : nothing)}
        ${this.#part(3, 'Pay once, and see what comes of it', this.#events.some(({ state }) => state === 'processed'), connected ? this.#watch() : nothing)}
      </div>`;
  }

  #part(number, title, done, body) {
    return html`<section class="card flush" aria-label=${title}><div class="step ${done ? 'done' : body === nothing ? '' : 'next'}">
      <span class="sign" aria-hidden="true">${done ? icon('check') : number}</span><div><h2 class="step-title">${title}</h2>${body === nothing ? nothing : html`<div class="stack step-body">${body}</div>`}</div></div></section>`;
  }

  #choice() {
    const withKey = this.#how === 'key';
    return html`<form class="stack" novalidate @submit=${this.#connect}>
      <fieldset @change=${(event) => { this.#mode = event.target.value; this.requestUpdate(); }}><legend>Which of your Stripe’s modes?</legend><div class="options across">
        ${radio('mode', 'test', this.#mode, 'Test mode', 'Try it out first: nothing is payable.')}${radio('mode', 'sandbox', this.#mode, 'Sandbox', 'A test world of its own.')}${radio('mode', 'live', this.#mode, 'Live mode', 'Real payments.')}</div></fieldset>
      <fieldset @change=${(event) => { this.#how = event.target.value; this.requestUpdate(); }}><legend>How?</legend><div class="options">
        ${radio('how', 'key', this.#how, 'With a restricted key', 'We make the endpoint at Stripe for you, ask for what was missed, and for what customers’ metadata say.')}
        ${radio('how', 'endpoint', this.#how, 'By an endpoint that you add yourself', 'No key. Stripe can then not be asked about customers who are older than the connection.')}
        ${radio('how', 'login', this.#how, 'By Stripe’s own login', 'Where the operator of this server has a platform at Stripe.')}
        ${radio('how', 'app', this.#how, 'By the Stripe App', 'Shows in Stripe’s dashboard where each payment came from.')}</div></fieldset>
      ${withKey ? html`
        <c-field name="apiKey" label="Restricted key" look="mono" maxlength="255" required placeholder="rk_${this.#mode === 'live' ? 'live' : 'test'}_…" pattern="(rk|sk)_(live|test)_\\S+" wrong="A key begins with rk_live_ or rk_test_."></c-field>
        <p class="hint">Make one in <a href=${permissionsAddress(this.#mode)} target="_blank" rel="noopener">Stripe’s dashboard ↗</a>: read for customers, invoices, charges, payment intents, checkout sessions, subscriptions, disputes and events; write for webhook endpoints. It is kept encrypted.</p>` : nothing}
      <c-problem></c-problem>
      <div class="form-end">${this.#how === 'app' ? html`<a class="button primary" href="/api/stripe/app" download>${icon('download')}<span>Download the app</span></a>`
      : html`<button class="button primary" type="submit"><span>${{ key: 'Connect', login: 'Go to Stripe' }[this.#how] ?? 'Make an endpoint'}</span></button>`}</div>
      ${this.#how === 'app' ? html`<ol class="stack tight"><li>Unpack the file, and run <code>npm ci</code> and <code>stripe apps upload</code> in its folder. Its README says it step by step.</li><li>Release the version to your account in Stripe’s dashboard, below Developers, Apps.</li><li>The operator of this server sets <code>conversions.stripe.app-secret</code> to the app’s signing secret, which Stripe’s dashboard shows beside it.</li><li>Open the app’s settings there and press Connect workspace: it brings you back here to allow it.</li></ol><p class="small quiet">An app of your own account brings no events by itself: add an endpoint too, with a restricted key or by hand.</p>` : nothing}
    </form>`;
  }

  #endpoint() {
    return html`
      ${this.#endpointUrl ? html`<div class="stack tight"><span class="label">Address of the endpoint</span><div class="secret"><c-copy text=${this.#endpointUrl} label="the address"></c-copy></div></div>`
    : note('caution', html`<p>The address of this endpoint was shown when it was made, and ends in …${this.#connection.endpointHint}. If it is lost, disconnect and begin again.</p>`)}
      <p>Add it in <a href=${`https://dashboard.stripe.com/${this.#mode === 'live' ? '' : 'test/'}webhooks/create`} target="_blank" rel="noopener">Stripe’s dashboard ↗</a> with these events, and copy the signing secret that Stripe then shows:</p>
      <c-code label="Events" .variants=${[{ name: 'Events', code: WEBHOOK_EVENTS.join('\n') }]}></c-code>
      <form class="stack" novalidate @submit=${this.#saveSecret}>
        <c-field name="signingSecrets" label="Signing secret" look="mono" required placeholder="whsec_…" maxlength="500" pattern="\\s*whsec_\\S+(\\s+whsec_\\S+)?\\s*" wrong="A signing secret begins with whsec_." hint="Two, with a space between, while one is being rolled."></c-field>
        <c-problem></c-problem><div class="form-end"><button class="button primary" type="submit"><span>Save the secret</span></button></div></form>`;
  }

  #connectedLine() {
    const { accountId, endpointHint, endpointId, mode } = this.#connection;
    return html`<div class="row">${modeBadge(mode)}<span class="mono">${accountId ?? endpointId ?? `…${endpointHint ?? ''}`}</span></div>`;
  }

  #watch() {
    return html`<p>${this.#mode === 'live' ? 'Open your short link in a new window and buy something.' : html`Open your short link in a new window and pay with the card <code>4242 4242 4242 4242</code>, any date and any code.`}</p>
      ${this.#events.length === 0 ? html`<div class="row" role="status"><span class="pulse" aria-hidden="true"></span><strong>Waiting for the first event</strong><span class="quiet">It appears here within a second.</span></div>`
    : html`<div class="events" role="status" aria-label="What came">${this.#events.map((event) => eventRow(event))}</div><p class="small"><a href="/app/stripe/events">All events</a></p>`}`;
  }
}

function radio(name, value, current, title, text) {
  return html`<label class="option"><input type="radio" name=${name} value=${value} .checked=${value === current}><span><b>${title}</b><span class="quiet">${text}</span></span></label>`;
}

customElements.define('c-stripe-connect', StripeConnect);
