import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { ago, badge, empty, modeBadge, note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { doing, submitting } from '../forms.js';
import { day, words } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('stripe/stripe');
const common = await textsOf('frame/common');
const frame = await textsOf('frame/frame');
const LOOK_MILLIS = 2000;

/** The Stripe accounts and endpoints of the workspace, in every mode. */
class StripeConnections extends Page {
  #connections = [];
  #changing = null;
  #checks = new Map();

  async load() {
    this.#connections = await call('GET', '/stripe/connections');
    this.every(LOOK_MILLIS, async () => {
      const running = this.#connections.filter(({ catchUp }) => catchUp?.state === 'running');
      await Promise.all(running.map((one) => this.#lookAt(one.id)));
    });
    this.#announce();
  }

  /** Stripe's own login comes back here, and says behind the # what came of it. */
  #announce() {
    const answer = new URLSearchParams(location.hash.slice(1));
    if (answer.has('connected') || answer.has('problem')) {
      this.back = answer.has('connected') ? html`${note('positive', html`<p>${texts.isConnected}</p>`)}`
        : note('negative', html`<p>${texts.notConnected(texts.problems[answer.get('problem')] ?? answer.get('problem').replaceAll('_', ' '))}</p>`);
      history.replaceState(null, '', location.pathname);
    }
  }

  async #lookAt(id) {
    const now = await call('GET', `/stripe/connections/${id}`);
    this.#connections = this.#connections.map((one) => (one.id === id ? now : one));
    this.requestUpdate();
  }

  #save = submitting(async ({ secrets, apiKey }) => {
    const signingSecrets = secrets.split(/[\s,]+/).filter(Boolean);
    await call('PATCH', `/stripe/connections/${this.#changing.id}`, {
      ...(signingSecrets.length ? { signingSecrets } : {}), ...(apiKey ? { apiKey } : {}),
    });
    this.#changing = null;
    say(common.saved);
    await this.reload();
  });

  #disconnect(connection) {
    confirm({
      title: texts.disconnectAsked,
      text: texts.disconnectDetail,
      button: common.disconnect,
      action: async () => {
        const { problem } = await call('DELETE', `/stripe/connections/${connection.id}`);
        this.back = problem ? note('caution', html`<p>${texts.leftAtStripe(problem)}</p>`) : nothing;
        say(texts.disconnected);
        await this.reload();
      },
    });
  }

  async #check({ id }) {
    this.#checks.set(id, await call('POST', `/stripe/connections/${id}/check`));
    this.requestUpdate();
  }

  async #catchUp({ id }) {
    await call('POST', `/stripe/connections/${id}/catch-up`);
    await this.#lookAt(id);
  }

  content() {
    return html`<div class="stack wide">${this.back ?? nothing}
      ${this.#connections.length ? html`<div class="row apart"><p class="quiet">${texts.connections(this.#connections.length)}</p>
        ${session.is('owner') ? html`<a class="button primary" href="/app/stripe/connect">${icon('plus')}<span>${texts.connectAccount}</span></a>` : nothing}</div>
        ${this.#connections.map((connection) => this.#card(connection))}`
    : html`<section class="card flush">${empty('card', texts.none, texts.noneDetail,
      html`<a class="button primary" href="/app/stripe/connect">${texts.connectStripe}</a>`)}</section>`}</div>${this.#dialog()}`;
  }

  #card(connection) {
    const { accountId, mode, proof, signingSecretSet, apiKeySet, apiKeyHint, endpointHint, endpointId, lastEventAt, createdAt } = connection;
    return html`<section class="card" aria-label="${accountId ?? texts.ownEndpointOf(endpointHint)}, ${frame.modes[mode] ?? mode}">
      <div class="card-head"><div><div class="row">${modeBadge(mode)}<h2>${accountId ? html`<c-copy text=${accountId} label=${texts.theAccount}></c-copy>` : texts.ownEndpoint}</h2></div></div>
        ${lastEventAt ? badge('positive', texts.lastEvent(ago(lastEventAt))) : badge('caution', texts.noEventYet)}</div>
      ${!accountId && !signingSecretSet ? note('caution', html`<p>${texts.secretMissing} <a href="/app/stripe/connect/${connection.id}">${texts.goOnWithSetUp}</a></p>`) : nothing}
      <dl class="facts">
        <div><dt>${texts.provedBy}</dt><dd>${texts.proofs[proof] ?? (accountId ? texts.notProved : texts.bySignatures)}</dd></div>
        <div><dt>${texts.key}</dt><dd>${apiKeySet ? html`<span class="mono">${apiKeyHint}</span>` : html`<span class="quiet">${texts.noKey}</span>`}</dd></div>
        ${endpointHint || endpointId ? html`<div><dt>${texts.endpoint}</dt><dd>${endpointId ? html`<c-copy text=${endpointId} label=${texts.theEndpoint}></c-copy>` : html`<span class="mono">…${endpointHint}</span>`}</dd></div>` : nothing}
        <div><dt>${texts.connected}</dt><dd>${ago(createdAt)}</dd></div>
      </dl>
      ${this.#catchUpState(connection.catchUp)}${this.#checked(this.#checks.get(connection.id))}
      ${session.is('owner') ? html`<div class="row">
        ${apiKeySet ? html`<button class="button small" type="button" @click=${doing(() => this.#check(connection))}><span>${texts.checkKey}</span></button>
          <button class="button small" type="button" @click=${doing(() => this.#catchUp(connection))}><span>${texts.catchUp}</span></button>` : nothing}
        <button class="button small" type="button" @click=${() => { this.#changing = connection; this.requestUpdate(); }}>${texts.changeSecrets}</button>
        <button class="button small danger" type="button" @click=${() => this.#disconnect(connection)}>${common.disconnect}</button></div>` : nothing}
    </section>`;
  }

  #catchUpState(catchUp) {
    if (!catchUp) {
      return nothing;
    }
    const { state, found, stored, from, problem } = catchUp;
    const sentence = html`<p>${texts.caughtUp(found, stored, day(from))}</p>`;
    return state === 'running' ? html`<div role="status" class="stack tight"><div class="row"><span class="pulse" aria-hidden="true"></span><strong>${texts.catchingUp}</strong></div>${sentence}</div>`
      : state === 'failed' ? note('negative', html`<p>${texts.catchUpFailed(problem)}</p>`) : note('positive', sentence);
  }

  #checked(check) {
    return check ? html`<div class="stack tight" role="status"><h3>${texts.keyMay(check.account)}</h3>
      <ul class="plain checks">${check.may.map(({ resource, readable, problem }) => html`<li class="row">${readable ? badge('positive', texts.yes) : badge('negative', texts.no)}<span>${texts.resources[resource] ?? words(resource.replace('.', ': '))}</span>
        ${problem ? html`<span class="quiet small" lang="en">${problem}</span>` : nothing}</li>`)}</ul></div>` : nothing;
  }

  #dialog() {
    const close = () => { this.#changing = null; this.requestUpdate(); };
    return html`<c-dialog heading=${texts.changeSecrets} .open=${Boolean(this.#changing)} @closed=${close}>
      <form class="stack" novalidate @submit=${this.#save}>
        <c-field name="secrets" label=${texts.signingSecrets} rows="2" look="mono" placeholder="whsec_…" hint=${texts.signingSecretsHint}></c-field>
        <c-field name="apiKey" label=${texts.restrictedKey} look="mono" placeholder="rk_live_…" maxlength="255" hint=${texts.keyHint}></c-field>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${close}>${common.cancel}</button><button class="button primary" type="submit"><span>${common.save}</span></button></div></form></c-dialog>`;
  }
}

customElements.define('c-stripe-connections', StripeConnections);
