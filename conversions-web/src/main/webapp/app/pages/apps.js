import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { secret } from '../components/copy.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { ago, badge, cardHead, empty, head, table } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { SCOPE_AREAS, scopeText, scopesOf } from '../scopes.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('settings/apps');
const common = await textsOf('frame/common');
const frame = await textsOf('frame/frame');

/** The apps that may act for the workspace, and those that it has registered itself. */
class AppsPage extends Page {
  #clients = [];
  #grants = [];
  #making = false;
  #made = null;

  async load() {
    [this.#grants, this.#clients] = await Promise.all([call('GET', '/oauth/authorizations'), call('GET', '/oauth/clients')]);
  }

  #make = submitting(async (values, form) => {
    const data = new FormData(form);
    const scopes = scopesOf('some', (area) => data.get(`area-${area}`));
    this.#made = await call('POST', '/oauth/clients', {
      name: values.name, developer: values.developer, confidential: values.confidential === 'true',
      redirectUris: values.redirectUris.split(/\s+/).filter(Boolean), ...(scopes.length ? { scopes } : {}),
    });
    await this.reload();
  });

  #revoke(grant) {
    confirm({
      title: texts.disconnectAsked(grant.client.name),
      text: texts.disconnectDetail,
      button: common.disconnect,
      action: async () => {
        await call('DELETE', `/oauth/authorizations/${grant.id}`);
        say(texts.disconnected(grant.client.name));
        await this.reload();
      },
    });
  }

  #delete(client) {
    confirm({
      title: texts.deleteAsked(client.name),
      text: texts.deleteDetail,
      button: texts.deleteApp,
      action: async () => {
        await call('DELETE', `/oauth/clients/${client.id}`);
        await this.reload();
      },
    });
  }

  content() {
    return html`
      ${head(frame.titles.apps, texts.lead)}
      <div class="stack wide">
        <section class="card flush" aria-label=${texts.connectedApps}>
          ${cardHead(texts.connected, texts.connectedDetail)}
          ${this.#grants.length ? table(texts.connectedApps, [
    { label: texts.app, cell: ({ client }) => html`<span class="cell-title">${client.name}</span><div class="quiet small">${client.developer}</div>` },
    { label: texts.allowedBy, cell: ({ person }) => person.email },
    { label: texts.may, cell: ({ scopes }) => html`<span class="small">${scopes.map(scopeText).join('; ')}</span>` },
    { label: common.lastUsed, cell: ({ lastUsedAt }) => ago(lastUsedAt) },
    { label: common.actions, actions: true, cell: (grant) => html`<button class="button small danger" type="button" @click=${() => this.#revoke(grant)}>${common.disconnect}</button>` },
  ], this.#grants) : empty('plug', texts.noneConnected, texts.noneConnectedDetail)}
        </section>
        <section class="card flush" aria-label=${texts.registeredApps}>
          ${cardHead(texts.registered, texts.registeredDetail, html`
            <button class="button" type="button" @click=${() => { this.#making = true; this.requestUpdate(); }}>${icon('plus')}<span>${texts.registerApp}</span></button>`)}
          ${this.#clients.length ? table(texts.registeredApps, [
    { label: texts.app, cell: ({ name, developer }) => html`<span class="cell-title">${name}</span><div class="quiet small">${developer}</div>` },
    { label: texts.clientId, cell: ({ clientId }) => html`<c-copy text=${clientId} label=${texts.theClientId}></c-copy>` },
    { label: common.kind, cell: ({ confidential }) => badge('', confidential ? texts.withSecret : texts.public) },
    { label: texts.made, cell: ({ createdAt }) => ago(createdAt) },
    { label: common.actions, actions: true, cell: (client) => html`<button class="button small danger" type="button" aria-label=${texts.deleteOf(client.name)} @click=${() => this.#delete(client)}>${common.delete}</button>` },
  ], this.#clients) : empty('bolt', texts.noneRegistered, texts.noneRegisteredDetail)}
        </section>
      </div>${this.#dialog()}`;
  }

  #dialog() {
    const close = () => { this.#making = false; this.#made = null; this.requestUpdate(); };
    return html`<c-dialog wide heading=${this.#made ? texts.isRegistered : texts.registerApp} .open=${this.#making} @closed=${close}>
      ${this.#made ? html`<div class="stack">${secret(texts.clientId, this.#made.clientId)}
        ${this.#made.clientSecret ? secret(texts.clientSecret, this.#made.clientSecret, texts.onlyNow) : nothing}
        <div class="form-end right"><button class="button primary" type="button" @click=${close}>${common.done}</button></div></div>` : html`
      <form class="stack" novalidate @submit=${this.#make}>
        <div class="fields two"><c-field name="name" label=${common.name} required></c-field><c-field name="developer" label=${texts.developer} required hint=${texts.developerHint}></c-field></div>
        <c-field name="redirectUris" label=${texts.redirectUris} rows="2" required placeholder="https://example.com/callback" hint=${texts.redirectUrisHint}></c-field>
        <fieldset><legend>${common.kind}</legend><div class="options across">
          <label class="option"><input type="radio" name="confidential" value="true" checked><span><b>${texts.onServer}</b><span class="quiet">${texts.onServerDetail}</span></span></label>
          <label class="option"><input type="radio" name="confidential" value="false"><span><b>${texts.onDevice}</b><span class="quiet">${texts.onDeviceDetail}</span></span></label></div></fieldset>
        <fieldset><legend>${texts.mayAskFor}</legend><div class="fields two areas">${SCOPE_AREAS.map(({ area, text, choices }) => html`
          <c-choice name="area-${area}" label=${text} .options=${choices}></c-choice>`)}</div>
          <p class="hint">${texts.anything}</p></fieldset>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${close}>${common.cancel}</button><button class="button primary" type="submit"><span>${texts.register}</span></button></div></form>`}</c-dialog>`;
  }
}

customElements.define('apps-page', AppsPage);
