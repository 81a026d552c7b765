import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { ago, badge, empty, modeBadge, note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { doing, submitting } from '../forms.js';
import { count, day, words } from '../format.js';
import { session } from '../session.js';

const PROOFS = { app: 'The Stripe App', stripe_oauth: 'Stripe’s own login', own_key: 'A key of the account', operator: 'The operator of this server' };
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
      this.back = answer.has('connected') ? html`${note('positive', html`<p>The account is connected.</p>`)}`
        : note('negative', html`<p>The account was not connected: ${answer.get('problem').replaceAll('_', ' ')}. Try again, or connect it with a key.</p>`);
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
    say('Saved');
    await this.reload();
  });

  #disconnect(connection) {
    confirm({
      title: 'Disconnect this account?',
      text: 'What happens from then on belongs to nobody, until the account is connected again. What was counted stays.',
      button: 'Disconnect',
      action: async () => {
        const { problem } = await call('DELETE', `/stripe/connections/${connection.id}`);
        this.back = problem ? note('caution', html`<p>Disconnected here. At Stripe something is left to do: ${problem}</p>`) : nothing;
        say('Disconnected');
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
      ${this.#connections.length ? html`<div class="row apart"><p class="quiet">${this.#connections.length === 1 ? 'One connection' : `${this.#connections.length} connections`}</p>
        ${session.is('owner') ? html`<a class="button primary" href="/app/stripe/connect">${icon('plus')}<span>Connect an account</span></a>` : nothing}</div>
        ${this.#connections.map((connection) => this.#card(connection))}`
    : html`<section class="card flush">${empty('card', 'No Stripe account is connected', 'Connect one, and each payment is traced back to the click that caused it. It takes about five minutes.',
      html`<a class="button primary" href="/app/stripe/connect">Connect Stripe</a>`)}</section>`}</div>${this.#dialog()}`;
  }

  #card(connection) {
    const { accountId, mode, proof, signingSecretSet, apiKeySet, apiKeyHint, endpointHint, endpointId, lastEventAt, createdAt } = connection;
    return html`<section class="card" aria-label="${accountId ?? `Own endpoint ${endpointHint}`}, ${mode}">
      <div class="card-head"><div><div class="row">${modeBadge(mode)}<h2>${accountId ? html`<c-copy text=${accountId} label="the account"></c-copy>` : 'Own endpoint'}</h2></div></div>
        ${lastEventAt ? badge('positive', html`Last event ${ago(lastEventAt)}`) : badge('caution', 'No event yet')}</div>
      ${!accountId && !signingSecretSet ? note('caution', html`<p>The signing secret of the endpoint is missing, so that every event is refused. <a href="/app/stripe/connect/${connection.id}">Go on with the set-up</a></p>`) : nothing}
      <dl class="facts">
        <div><dt>Proved by</dt><dd>${PROOFS[proof] ?? (accountId ? 'Nothing yet' : 'Signatures of its events')}</dd></div>
        <div><dt>Key</dt><dd>${apiKeySet ? html`<span class="mono">${apiKeyHint}</span>` : html`<span class="quiet">None: Stripe cannot be asked</span>`}</dd></div>
        ${endpointHint || endpointId ? html`<div><dt>Endpoint</dt><dd>${endpointId ? html`<c-copy text=${endpointId} label="the endpoint"></c-copy>` : html`<span class="mono">…${endpointHint}</span>`}</dd></div>` : nothing}
        <div><dt>Connected</dt><dd>${ago(createdAt)}</dd></div>
      </dl>
      ${this.#catchUpState(connection.catchUp)}${this.#checked(this.#checks.get(connection.id))}
      ${session.is('owner') ? html`<div class="row">
        ${apiKeySet ? html`<button class="button small" type="button" @click=${doing(() => this.#check(connection))}><span>Check the key</span></button>
          <button class="button small" type="button" @click=${doing(() => this.#catchUp(connection))}><span>Catch up on 30 days</span></button>` : nothing}
        <button class="button small" type="button" @click=${() => { this.#changing = connection; this.requestUpdate(); }}>Change secrets</button>
        <button class="button small danger" type="button" @click=${() => this.#disconnect(connection)}>Disconnect</button></div>` : nothing}
    </section>`;
  }

  #catchUpState(catchUp) {
    if (!catchUp) {
      return nothing;
    }
    const { state, found, stored, from, problem } = catchUp;
    const sentence = html`<p>${count(found)} events found since ${day(from)}; ${count(stored)} of them were new.</p>`;
    return state === 'running' ? html`<div role="status" class="stack tight"><div class="row"><span class="pulse" aria-hidden="true"></span><strong>Catching up</strong></div>${sentence}</div>`
      : state === 'failed' ? note('negative', html`<p>Catching up has failed: ${problem}</p>`) : note('positive', sentence);
  }

  #checked(check) {
    return check ? html`<div class="stack tight" role="status"><h3>What the key of ${check.account ?? 'the account'} may do</h3>
      <ul class="plain checks">${check.may.map(({ resource, readable, problem }) => html`<li class="row">${readable ? badge('positive', 'Yes') : badge('negative', 'No')}<span>${words(resource.replace('.', ': '))}</span>
        ${problem ? html`<span class="quiet small">${problem}</span>` : nothing}</li>`)}</ul></div>` : nothing;
  }

  #dialog() {
    const close = () => { this.#changing = null; this.requestUpdate(); };
    return html`<c-dialog heading="Change secrets" .open=${Boolean(this.#changing)} @closed=${close}>
      <form class="stack" novalidate @submit=${this.#save}>
        <c-field name="secrets" label="Signing secrets" rows="2" look="mono" placeholder="whsec_…" hint="Of the endpoint in Stripe’s dashboard; two while one is being rolled. Left empty, they stay."></c-field>
        <c-field name="apiKey" label="Restricted key" look="mono" placeholder="rk_live_…" maxlength="255" hint="Left empty, it stays."></c-field>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${close}>Cancel</button><button class="button primary" type="submit"><span>Save</span></button></div></form></c-dialog>`;
  }
}

customElements.define('c-stripe-connections', StripeConnections);
