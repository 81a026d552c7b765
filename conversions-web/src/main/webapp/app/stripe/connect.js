import { html, nothing } from 'lit';
import { call, leaveBy } from '../api.js';
import { icon } from '../components/icons.js';
import { head, modeBadge, note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { navigate } from '../router.js';
import { textsOf } from '../texts.js';
import { steps, wayChooser } from './code.js';
import { eventRow } from './events.js';
import { permissionsAddress, WEBHOOK_EVENTS } from './endpoint.js';

const texts = await textsOf('stripe/stripe');
const common = await textsOf('frame/common');
const CLOCK_MILLIS = 60_000;
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

  /** From when on events are the connection's first: Stripe's clock may be behind, and has whole seconds. */
  #since() {
    return new Date(Date.parse(this.#connection?.createdAt ?? new Date().toISOString()) - CLOCK_MILLIS).toISOString();
  }

  async #lookForEvents() {
    this.#events = await call('GET', `/stripe/events?pageSize=5&mode=${this.#mode}&start=${encodeURIComponent(this.#since())}`);
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
    say(withKey ? texts.endpointMade : texts.endpointReady);
  });

  #saveSecret = submitting(async ({ signingSecrets }) => {
    this.#connection = { ...this.#connection, ...await call('PATCH', `/stripe/connections/${this.#connection.id}`, { signingSecrets: signingSecrets.split(/[\s,]+/).filter(Boolean) }) };
    say(common.saved);
    this.requestUpdate();
  });

  content() {
    const connected = this.#connection && (this.#connection.signingSecretSet || this.#connection.accountId);
    return html`
      <p class="small back"><a href="/app/stripe">← ${texts.allConnections}</a></p>
      ${head(texts.connectStripe, texts.threeSteps)}
      <div class="stack wide">
        ${this.#part(1, texts.connectAccount, connected, this.#connection ? connected ? this.#connectedLine() : this.#endpoint() : this.#choice())}
        ${this.#part(2, texts.putCode, Boolean(this.#way && this.#events.length), connected ? html`${wayChooser(this.#way, (way) => { this.#way = way; this.requestUpdate(); })}${this.#way ? steps(this.#way) : nothing}` : nothing)}
        ${this.#part(3, texts.payOnce, this.#events.some(({ state }) => state === 'processed'), connected ? this.#watch() : nothing)}
      </div>`;
  }

  #part(number, title, done, body) {
    return html`<section class="card flush" aria-label=${title}><div class="step ${done ? 'done' : body === nothing ? '' : 'next'}">
      <span class="sign" aria-hidden="true">${done ? icon('check') : number}</span><div><h2 class="step-title">${title}</h2>${body === nothing ? nothing : html`<div class="stack step-body">${body}</div>`}</div></div></section>`;
  }

  #choice() {
    const withKey = this.#how === 'key';
    return html`<form class="stack" novalidate @submit=${this.#connect}>
      <fieldset @change=${(event) => { this.#mode = event.target.value; this.requestUpdate(); }}><legend>${texts.whichMode}</legend><div class="options across">
        ${radio('mode', 'test', this.#mode, texts.modes.test, texts.testDetail)}${radio('mode', 'sandbox', this.#mode, texts.modes.sandbox, texts.sandboxDetail)}${radio('mode', 'live', this.#mode, texts.modes.live, texts.liveDetail)}</div></fieldset>
      <fieldset @change=${(event) => { this.#how = event.target.value; this.requestUpdate(); }}><legend>${texts.how}</legend><div class="options">
        ${radio('how', 'key', this.#how, texts.byKey, texts.byKeyDetail)}
        ${radio('how', 'endpoint', this.#how, texts.byEndpoint, texts.byEndpointDetail)}
        ${radio('how', 'login', this.#how, texts.byLogin, texts.byLoginDetail)}
        ${radio('how', 'app', this.#how, texts.byApp, texts.byAppDetail)}</div></fieldset>
      ${withKey ? html`
        <c-field name="apiKey" label=${texts.restrictedKey} look="mono" maxlength="255" required placeholder="rk_${this.#mode === 'live' ? 'live' : 'test'}_…" pattern="(rk|sk)_(live|test)_\\S+" wrong=${texts.keyWrong}></c-field>
        <p class="hint">${texts.makeKey(dashboard(permissionsAddress(this.#mode)))}</p>` : nothing}
      <c-problem></c-problem>
      <div class="form-end">${this.#how === 'app' ? html`<a class="button primary" href="/api/stripe/app" download>${icon('download')}<span>${texts.downloadApp}</span></a>`
      : html`<button class="button primary" type="submit"><span>${{ key: texts.connect, login: texts.goToStripe }[this.#how] ?? texts.makeEndpoint}</span></button>`}</div>
      ${this.#how === 'app' ? html`<ol class="stack tight">${texts.appSteps.map((step) => html`<li>${step}</li>`)}</ol><p class="small quiet">${texts.appBringsNoEvents}</p>` : nothing}
    </form>`;
  }

  #endpoint() {
    return html`
      ${this.#endpointUrl ? html`<div class="stack tight"><span class="label">${texts.endpointAddress}</span><div class="secret"><c-copy text=${this.#endpointUrl} label=${texts.theAddress}></c-copy></div></div>`
    : note('caution', html`<p>${texts.addressLost(this.#connection.endpointHint)}</p>`)}
      <p>${texts.addEndpoint(dashboard(`https://dashboard.stripe.com/${this.#mode === 'live' ? '' : 'test/'}webhooks/create`))}</p>
      <c-code label=${texts.tabs.events} .variants=${[{ name: texts.tabs.events, code: WEBHOOK_EVENTS.join('\n') }]}></c-code>
      <form class="stack" novalidate @submit=${this.#saveSecret}>
        <c-field name="signingSecrets" label=${texts.signingSecret} look="mono" required placeholder="whsec_…" maxlength="500" pattern="\\s*whsec_\\S+(\\s+whsec_\\S+)?\\s*" wrong=${texts.signingSecretWrong} hint=${texts.signingSecretHint}></c-field>
        <c-problem></c-problem><div class="form-end"><button class="button primary" type="submit"><span>${texts.saveSecret}</span></button></div></form>`;
  }

  #connectedLine() {
    const { accountId, endpointHint, endpointId, mode } = this.#connection;
    return html`<div class="row">${modeBadge(mode)}<span class="mono">${accountId ?? endpointId ?? `…${endpointHint ?? ''}`}</span></div>`;
  }

  #watch() {
    return html`<p>${this.#mode === 'live' ? texts.payLive : texts.payTest}</p>
      ${this.#events.length === 0 ? html`<div class="row" role="status"><span class="pulse" aria-hidden="true"></span><strong>${texts.waitingForFirst}</strong><span class="quiet">${texts.withinSecond}</span></div>`
    : html`<div class="events" role="status" aria-label=${texts.whatCame}>${this.#events.map((event) => eventRow(event))}</div><p class="small"><a href="/app/stripe/events">${texts.allEvents}</a></p>`}`;
  }
}

function dashboard(href) {
  return html`<a href=${href} target="_blank" rel="noopener">${texts.dashboard}</a>`;
}

function radio(name, value, current, title, text) {
  return html`<label class="option"><input type="radio" name=${name} value=${value} .checked=${value === current}><span><b>${title}</b><span class="quiet">${text}</span></span></label>`;
}

customElements.define('c-stripe-connect', StripeConnect);
